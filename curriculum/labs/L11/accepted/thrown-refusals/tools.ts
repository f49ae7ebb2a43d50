import { OFFICE_HOURS } from "./config.ts";
import type { Session, Ticket } from "./types.ts";
import { tickets } from "./world.ts";

type Args = Record<string, unknown>;

const forModel = (ticket: Ticket) => ({ id: ticket.id, state: ticket.state, title: ticket.title });

/** For tools that work on one ticket: does nothing unless it is the person's own. */
const onOwn =
  (does: (ticket: Ticket) => unknown) =>
  ({ ticket: id }: Args, { account }: Session): unknown => {
    if (typeof id !== "string") return { error: "no such ticket" };
    const ticket = tickets.byId(id);
    if (ticket === null || ticket.owner !== account) return { error: "no such ticket" };
    return does(ticket);
  };

export const TOOLS = new Map<string, (args: Args, session: Session) => unknown>([
  ["office_hours", () => ({ hours: OFFICE_HOURS })],
  ["list_tickets", (_, { account }) => tickets.ofAccount(account).map(forModel)],
  ["get_ticket", onOwn(forModel)],
  [
    "close_ticket",
    onOwn(({ id, state }) => {
      if (state !== "closed") tickets.close(id);
      return { id, state: "closed" };
    }),
  ],
]);

export const runTool = (name: string, args: Args, session: Session): unknown =>
  TOOLS.get(name)?.(args, session) ?? { error: "no such tool" };
