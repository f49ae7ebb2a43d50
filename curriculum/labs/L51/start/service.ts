/** Read-only: the post. It brings what arrives to the agent to whom it is brought. */
import { makeExchange } from "./exchange.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export const serve = async (_name: string, _what?: string) => {
  const exchange = makeExchange();
  const outcomes = [];
  while (true) {
    const next = host.call("next") as { to: never; envelope: never } | null;
    if (next === null) return outcomes;
    outcomes.push(await exchange.deliver(next.to, next.envelope));
  }
};
