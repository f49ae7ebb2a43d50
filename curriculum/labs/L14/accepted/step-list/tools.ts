import { backend } from "./backend.ts";

/** Who is talked to, and which agent talks. It comes from the sign-in, never from the model. */
export type Session = { customer: string; agent: string };

export type Result = { ok: true; value: unknown } | { ok: false; refused: string };

type Args = Record<string, unknown>;
type Talk = Session & { read: string[] };
type Tool = {
  /** Sentences of what is wrong; nothing happens unless there is none. Asked in order, and only as far as needed. */
  refusals: ((talk: Talk, args: Args) => string | null)[];
  does: (talk: Talk, args: Args) => unknown;
};

const text = (args: Args): string => (args.text === undefined ? "" : String(args.text));
const orderIn = (args: Args) => backend.order(String(args.order));

const isOwnOrder = ({ customer }: Talk, args: Args): string | null =>
  typeof args.order === "string" && orderIn(args)?.customer === customer ? null : "This customer has no such order.";

const isApproved =
  (tool: string, details: (args: Args) => Args) =>
  ({ read }: Talk, args: Args): string | null =>
    read.length === 0 || backend.isApproved(tool, details(args)) ? null : "Somebody has to approve this.";

const isAmount = (_: Talk, { order, amount }: Args): string | null => {
  if (typeof amount !== "number" || amount % 1 !== 0 || amount < 1) return "Give whole cents.";
  const found = backend.order(String(order));
  if (found === null || amount > found.total) return "That is too much.";
  return found.refunded === 0 ? null : "It was refunded.";
};

const toolbox: Record<string, Tool> = {
  list_orders: { refusals: [], does: ({ customer }) => backend.ordersOf(customer) },
  find_order: { refusals: [isOwnOrder], does: (_, args) => orderIn(args) },
  read_mail: {
    refusals: [],
    does: ({ read }, { mail }) => {
      read.push(String(mail));
      return backend.mailText(String(mail));
    },
  },
  refund: {
    refusals: [isOwnOrder, isAmount, isApproved("refund", ({ order, amount }) => ({ order, amount }))],
    does: (_, { order, amount }) => backend.refund(String(order), Number(amount)) ?? null,
  },
  email: {
    refusals: [isApproved("email", (args) => ({ text: text(args) }))],
    does: ({ customer }, args) => backend.mail(backend.addressOf(customer), text(args)) ?? null,
  },
  ticket: { refusals: [], does: ({ customer }, args) => backend.ticket(customer, text(args)) ?? null },
};

/** The tools of one conversation, as the model sees them. */
export const makeTools = (session: Session) => {
  const talk: Talk = { ...session, read: [] };
  const tools: Record<string, (args: Args, reason: string) => Result> = {};
  for (const [tool, { refusals, does }] of Object.entries(toolbox)) {
    tools[tool] = (args, reason) => {
      let refused: string | null = null;
      for (const asks of refusals) refused ??= asks(talk, args);
      const result: Result = refused === null ? { ok: true, value: does(talk, args) } : { ok: false, refused };
      backend.log({ actor: talk.agent, customer: talk.customer, tool, reason, outcome: result.ok ? "done" : "refused" });
      return result;
    };
  }
  return tools;
};
