/**
 * Read-only: network, clock, tables and the audit store. All of it lies outside of your code and is recorded there. Time
 * is simulated: it goes on while a provider is waited for.
 */
declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export type Message = { role: "system" | "user" | "assistant"; content: string };

export type Provider = {
  url: string;
  /** The pinned model behind the name. */
  model: string;
  /** The teams for which it is approved. */
  teams: string[];
};

/** By the names that callers use. Reviewed like code. */
export const providers = () => host.call("providers") as Record<string, Provider>;

/** Tokens that a team may use today. 0 for teams that have no budget. */
export const budgetOf = (team: string) => Number(host.call("budgetOf", String(team)));

/** Milliseconds. */
export const now = () => Number(host.call("now"));

/**
 * Sends, with the company's key in its header. Throws when nobody answers in `timeoutMs`; without it, it waits as long as
 * the connection lasts. Redirects are followed unless `redirect` is "error"; then it throws at the first one.
 */
export const send = (request: {
  url: unknown;
  model?: unknown;
  messages?: unknown;
  timeoutMs?: number;
  redirect?: "follow" | "error";
}) => host.call("send", request) as { status: number; body: string };

/** Writes into the audit store, for good. */
export const writeLog = (entry: Record<string, unknown>) => {
  host.call("log", entry);
};
