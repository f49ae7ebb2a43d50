import { backend, type Order } from "./backend.ts";

/** Who is talked to, and which agent talks. It comes from the sign-in, never from the model. */
export type Session = { customer: string; agent: string };

export type Result = { ok: true; value: unknown } | { ok: false; refused: string };

type Args = Record<string, unknown>;

class Refusal extends Error {}

function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Refusal(sentence);
}

/** The tools of one conversation. Each does its work or throws; one gate turns that into results and log entries. */
export const makeTools = ({ customer, agent }: Session) => {
  const conversation = { hasReadMail: false };

  const orderOfCustomer = (id: unknown): Order => {
    const mine = backend.ordersOf(customer);
    must(typeof id === "string" && mine.includes(id), "No such order.");
    const order = backend.order(id);
    must(order !== null && order.customer === customer, "No such order.");
    return order;
  };

  const mustBeApproved = (tool: string, details: Args): void => {
    must(!conversation.hasReadMail || backend.isApproved(tool, details), "Needs the approval of a person.");
  };

  const work: Record<string, (args: Args) => unknown> = {
    list_orders: () => backend.ordersOf(customer),
    find_order: (args) => orderOfCustomer(args.order),
    read_mail: (args) => {
      const text = backend.mailText(String(args.mail));
      conversation.hasReadMail = true;
      return text;
    },
    refund: (args) => {
      const { id, total, refunded } = orderOfCustomer(args.order);
      const amount = Number.isSafeInteger(args.amount) ? Number(args.amount) : 0;
      must(amount >= 1, "An amount is a whole number of cents.");
      must(amount <= total, "That is more than was paid.");
      must(refunded === 0, "There was a refund already.");
      mustBeApproved("refund", { order: id, amount });
      backend.refund(id, amount);
      return null;
    },
    email: (args) => {
      const text = String(args.text);
      mustBeApproved("email", { text });
      backend.mail(backend.addressOf(customer), text);
      return null;
    },
    ticket: (args) => {
      backend.ticket(customer, String(args.text));
      return null;
    },
  };

  const gate = (tool: string) => (args: Args, reason: string): Result => {
    const result = attempt(() => work[tool]?.(args ?? {}));
    backend.log({ actor: agent, customer, tool, reason, outcome: result.ok ? "done" : "refused" });
    return result;
  };

  return Object.fromEntries(Object.keys(work).map((tool) => [tool, gate(tool)]));
};

const attempt = (does: () => unknown): Result => {
  try {
    return { ok: true, value: does() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.message };
    throw error;
  }
};
