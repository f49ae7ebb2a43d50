import { OFFICE_HOURS } from "./config.ts";
import type { Session } from "./types.ts";
import { tickets } from "./world.ts";

const shown = (one: { id: string; state: string; title: string }) => ({ id: one.id, state: one.state, title: one.title });
const error = "no such ticket";

export const NAMES = ["office_hours", "list_tickets", "get_ticket", "close_ticket"];

export function runTool(name: string, args: Record<string, unknown>, session: Session): unknown {
  const mine = () => tickets.ofAccount(session.account);
  const one = () => mine().find((ticket) => ticket.id === args.ticket);
  switch (name) {
    case "office_hours":
      return { hours: OFFICE_HOURS };
    case "list_tickets":
      return mine().map(shown);
    case "get_ticket": {
      const ticket = one();
      return ticket ? shown(ticket) : { error };
    }
    case "close_ticket": {
      const ticket = one();
      if (!ticket) return { error };
      if (ticket.state !== "closed") tickets.close(ticket.id);
      return { id: ticket.id, state: "closed" };
    }
    default:
      return { error: "no such tool" };
  }
}
