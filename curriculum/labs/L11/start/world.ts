/** Read-only: clock, environment, model, tickets and log. They lie outside of the helpdesk, and what is done is recorded. */
import type { Message, ModelReply, Ticket } from "./types.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** Milliseconds. */
export const now = () => Number(host.call("now"));

/** A variable of the environment; empty if it is not set. */
export const env = (name: string) => String(host.call("env", name));

/** Without `maxTokens` it writes until it likes to stop. Its words may have been put into its mouth. */
export const askModel = (request: { key: string; messages: Message[]; maxTokens?: number }) =>
  host.call("model", request) as ModelReply;

export const tickets = {
  byId: (id: string) => host.call("ticket", id) as Ticket | null,
  ofAccount: (account: string) => host.call("ticketsOf", account) as Ticket[],
  close: (id: string) => {
    host.call("close", id);
  },
};

export const writeLog = (event: Record<string, unknown>) => {
  host.call("log", event);
};
