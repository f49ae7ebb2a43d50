import { OFFICE_HOURS } from "./config.ts";
import type { Session, Ticket } from "./types.ts";
import { tickets } from "./world.ts";

/** Looks only among the tickets of the person who is signed in; a foreign one is never even read. */
const own = ({ account }: Session): Ticket[] => tickets.ofAccount(account).filter(({ owner }) => owner === account);

const shown = ({ id, state, title }: Ticket) => ({ id, state, title });

const missing = { error: "no such ticket" };

const work = (name: string, args: Record<string, unknown>, session: Session): unknown => {
  const ticket = own(session).find(({ id }) => id === args.ticket);
  switch (name) {
    case "office_hours":
      return { hours: OFFICE_HOURS };
    case "list_tickets":
      return own(session).map(shown);
    case "get_ticket":
      return ticket === undefined ? missing : shown(ticket);
    case "close_ticket":
      if (ticket === undefined) return missing;
      if (ticket.state === "open") tickets.close(ticket.id);
      return { id: ticket.id, state: "closed" };
    default:
      return undefined;
  }
};

export const runTool = (name: string, args: Record<string, unknown>, session: Session) => {
  const result = work(name, args, session);
  return result === undefined ? { isKnown: false, result: { error: "no such tool" } } : { isKnown: true, result };
};
