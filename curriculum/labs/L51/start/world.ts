/** Read-only: clock, keys, switch, post and log. They lie outside of all agents, and what happens there is recorded. */
import type { Agent, Envelope } from "./rules.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

/** Milliseconds. */
export const now = () => Number(host.call("now"));

/** With the key of the agent that is at work. Another agent's key is not to be had. */
export const sign = (me: Agent, text: string) => String(host.call("sign", me, text));

/** Did this agent sign this text? False for agents that there are not. */
export const verify = (from: string, text: string, signature: string) =>
  host.call("verify", from, text, signature) === true;

/** Has a person stopped this agent? */
export const isStopped = (me: Agent) => host.call("isStopped", me) === true;

/** Anybody on the way can read, change, repeat and delay it. */
export const post = (envelope: Envelope) => {
  host.call("post", envelope);
};

export type LogEntry = {
  agent: Agent;
  case: string | null;
  from: string | null;
  type: string | null;
  number: number | null;
  outcome: "done" | "refused" | "fault" | "stopped";
};

export const log = (entry: LogEntry) => {
  host.call("log", entry);
};
