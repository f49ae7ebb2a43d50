import { backend } from "./backend.ts";

/** Who is talked to, and which agent talks. It comes from the sign-in, never from the model. */
export type Session = { customer: string; agent: string };

export type Result = { ok: true; value: unknown } | { ok: false; refused: string };

type Args = Record<string, unknown>;

/** The tools of one conversation, as the model sees them. */
export const makeTools = (_session: Session) => ({
  sql: (args: Args, _reason: string): Result => ({
    ok: true,
    value: backend.sql(String(args.query)),
  }),

  read_mail: (args: Args, _reason: string): Result => ({
    ok: true,
    value: backend.mailText(String(args.mail)),
  }),

  refund: (args: Args, _reason: string): Result => {
    backend.refund(String(args.order), Number(args.amount));
    return { ok: true, value: null };
  },

  email: (args: Args, _reason: string): Result => {
    backend.mail(String(args.to), String(args.text));
    return { ok: true, value: null };
  },

  ticket: (args: Args, _reason: string): Result => {
    backend.ticket(String(args.customer), String(args.text));
    return { ok: true, value: null };
  },
});
