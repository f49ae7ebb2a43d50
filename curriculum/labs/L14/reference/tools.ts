import { backend, type Order } from "./backend.ts";

/** Who is talked to, and which agent talks. It comes from the sign-in, never from the model. */
export type Session = { customer: string; agent: string };

export type Result = { ok: true; value: unknown } | { ok: false; refused: string };

type Args = Record<string, unknown>;

const done = (value: unknown = null): Result => ({ ok: true, value });
const refuse = (refused: string): Result => ({ ok: false, refused });

/** The tools of one conversation, as the model sees them. */
export const makeTools = ({ customer, agent }: Session) => {
  // Once a text from outside is in the context, whoever wrote it may be the one who asks.
  let isTainted = false;

  const ownOrder = (id: unknown): Order | null => {
    const order = typeof id === "string" ? backend.order(id) : null;
    return order?.customer === customer ? order : null;
  };

  const needsPerson = (tool: string, details: Args): boolean =>
    isTainted && !backend.isApproved(tool, details);

  const logged =
    (tool: string, work: (args: Args) => Result) =>
    (args: Args, reason: string): Result => {
      const result = work(args);
      const outcome = result.ok ? "done" : "refused";
      backend.log({ actor: agent, customer, tool, reason, outcome });
      return result;
    };

  return {
    list_orders: logged("list_orders", () => done(backend.ordersOf(customer))),

    find_order: logged("find_order", ({ order: id }) => {
      const order = ownOrder(id);
      return order === null ? refuse("There is no such order.") : done(order);
    }),

    read_mail: logged("read_mail", ({ mail }) => {
      isTainted = true;
      return done(backend.mailText(String(mail)));
    }),

    refund: logged("refund", ({ order: id, amount }) => {
      const order = ownOrder(id);
      if (order === null) return refuse("There is no such order.");
      if (typeof amount !== "number" || !Number.isInteger(amount)) return refuse("Name an amount.");
      if (amount < 1 || amount > order.total) return refuse("The amount does not fit the order.");
      if (order.refunded > 0) return refuse("This order was refunded before.");
      if (needsPerson("refund", { order: order.id, amount })) return refuse("A person must approve.");
      backend.refund(order.id, amount);
      return done();
    }),

    email: logged("email", ({ text }) => {
      if (needsPerson("email", { text })) return refuse("A person must approve.");
      backend.mail(backend.addressOf(customer), String(text));
      return done();
    }),

    ticket: logged("ticket", ({ text }) => {
      backend.ticket(customer, String(text));
      return done();
    }),
  };
};
