import { backend } from "./backend.ts";

/** Who is talked to, and which agent talks. It comes from the sign-in, never from the model. */
export type Session = { customer: string; agent: string };

export type Result = { ok: true; value: unknown } | { ok: false; refused: string };

type Args = Record<string, unknown>;

const refused = (why: string): Result => ({ ok: false, refused: why });

class Conversation {
  #session: Session;
  #outsideText = false;
  #paid = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Logged before anything is handed back, whatever the outcome. */
  #note(tool: string, reason: string, result: Result): Result {
    const { agent: actor, customer } = this.#session;
    backend.log({ actor, customer, tool, reason, outcome: result.ok ? "done" : "refused" });
    return result;
  }

  #find(id: unknown) {
    if (typeof id !== "string" || id === "") return null;
    const order = backend.order(id);
    return order !== null && order.customer === this.#session.customer ? order : null;
  }

  #isAllowed(tool: string, details: Args): boolean {
    return this.#outsideText ? backend.isApproved(tool, details) === true : true;
  }

  list_orders(_: Args, reason: string): Result {
    return this.#note("list_orders", reason, { ok: true, value: backend.ordersOf(this.#session.customer) });
  }

  find_order(args: Args, reason: string): Result {
    const value = this.#find(args.order);
    return this.#note("find_order", reason, value === null ? refused("unknown order") : { ok: true, value });
  }

  read_mail(args: Args, reason: string): Result {
    this.#outsideText = true;
    return this.#note("read_mail", reason, { ok: true, value: backend.mailText(String(args.mail)) });
  }

  #payBack(id: unknown, amount: unknown): Result {
    const order = this.#find(id);
    if (order === null) return refused("unknown order");
    if (order.refunded !== 0 || this.#paid.has(order.id)) return refused("paid back before");
    if (!Number.isInteger(amount)) return refused("whole cents, please");
    const cents = Number(amount);
    if (cents <= 0 || cents > order.total) return refused("not an amount for this order");
    if (!this.#isAllowed("refund", { order: order.id, amount: cents })) return refused("ask a person");
    this.#paid.add(order.id);
    backend.refund(order.id, cents);
    return { ok: true, value: null };
  }

  refund(args: Args, reason: string): Result {
    return this.#note("refund", reason, this.#payBack(args.order, args.amount));
  }

  email(args: Args, reason: string): Result {
    const text = String(args.text);
    if (!this.#isAllowed("email", { text })) return this.#note("email", reason, refused("ask a person"));
    backend.mail(backend.addressOf(this.#session.customer), text);
    return this.#note("email", reason, { ok: true, value: null });
  }

  ticket(args: Args, reason: string): Result {
    backend.ticket(this.#session.customer, String(args.text));
    return this.#note("ticket", reason, { ok: true, value: "opened" });
  }
}

/** The tools of one conversation, as the model sees them. */
export const makeTools = (session: Session) => {
  const talk = new Conversation(session);
  return {
    list_orders: (args: Args, reason: string) => talk.list_orders(args, reason),
    find_order: (args: Args, reason: string) => talk.find_order(args, reason),
    read_mail: (args: Args, reason: string) => talk.read_mail(args, reason),
    refund: (args: Args, reason: string) => talk.refund(args, reason),
    email: (args: Args, reason: string) => talk.email(args, reason),
    ticket: (args: Args, reason: string) => talk.ticket(args, reason),
  };
};
