import { OFFICE_HOURS } from "./config.ts";
import type { Session, Ticket } from "./types.ts";
import { tickets } from "./world.ts";

/** What the model may call. It gets back what a tool returns. */
type Tool = (args: Record<string, unknown>, session: Session) => unknown;

const notFound = { error: "no such ticket" };

const summary = ({ id, state, title }: Ticket) => ({ id, state, title });

const officeHours: Tool = () => ({ hours: OFFICE_HOURS });

/** The tickets of a person. */
const listTickets: Tool = (args, session) => {
  const account = String(args.account ?? session.account);
  return tickets.ofAccount(account).map(summary);
};

/** One ticket, by the number that the person has named. */
const getTicket: Tool = (args) => {
  const ticket = tickets.byId(String(args.ticket));
  if (ticket === null) return notFound;
  return ticket;
};

/** Closes a ticket that is solved. */
const closeTicket: Tool = (args, session) => {
  const id = String(args.ticket);
  const ticket = tickets.byId(id);
  if (ticket === null) return notFound;
  if (ticket.owner !== session.account) return { error: "this ticket belongs to somebody else" };
  if (ticket.state === "open") tickets.close(id);
  return { id, state: "closed" };
};

const tools: Record<string, Tool> = {
  office_hours: officeHours,
  list_tickets: listTickets,
  get_ticket: getTicket,
  close_ticket: closeTicket,
};

export const runTool = (name: string, args: Record<string, unknown>, session: Session): unknown => {
  if (!Object.hasOwn(tools, name)) return { error: "no such tool" };
  return tools[name](args, session);
};
