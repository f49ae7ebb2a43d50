import { OFFICE_HOURS } from "./config.ts";
import type { Session, Ticket } from "./types.ts";
import { tickets } from "./world.ts";

/** What the model may call. It gets back what a tool returns. */
type Tool = (args: Record<string, unknown>, session: Session) => unknown;

const notFound = { error: "no such ticket" };

const summary = ({ id, state, title }: Ticket) => ({ id, state, title });

const officeHours: Tool = () => ({ hours: OFFICE_HOURS });

/** Not there and not yours are the same. */
const ownTicket = (id: unknown, { account }: Session): Ticket | null => {
  const ticket = typeof id === "string" ? tickets.byId(id) : null;
  return ticket?.owner === account ? ticket : null;
};

/** The tickets of the person who is signed in. */
const listTickets: Tool = (_args, session) => tickets.ofAccount(session.account).map(summary);

/** One ticket, by the number that the person has named. */
const getTicket: Tool = (args, session) => {
  const ticket = ownTicket(args.ticket, session);
  return ticket === null ? notFound : summary(ticket);
};

/** Closes a ticket that is solved. */
const closeTicket: Tool = (args, session) => {
  const ticket = ownTicket(args.ticket, session);
  if (ticket === null) return notFound;
  if (ticket.state === "open") tickets.close(ticket.id);
  return { id: ticket.id, state: "closed" };
};

const tools: Record<string, Tool> = {
  office_hours: officeHours,
  list_tickets: listTickets,
  get_ticket: getTicket,
  close_ticket: closeTicket,
};

export const isTool = (name: string): boolean => Object.hasOwn(tools, name);

export const runTool = (name: string, args: Record<string, unknown>, session: Session): unknown => {
  if (!isTool(name)) return { error: "no such tool" };
  return tools[name](args, session);
};
