/**
 * Read-only: what the three agents do with a message. They stand for models: mostly right, sometimes odd, and they believe
 * what they are told.
 */
import type { Agent } from "./rules.ts";

declare const host: { call: (name: string, ...args: unknown[]) => unknown };

export type Work = { case: string; type: string; body: Record<string, unknown> };
export type Message = { to: string; type: string; body: Record<string, unknown> };

export const work: Record<Exclude<Agent, "desk">, (given: Work) => Message[]> = {
  intake: ({ body: { item, quantity } }) => [{ to: "pricing", type: "price", body: { item, quantity } }],

  pricing: ({ type, body: { item, quantity } }) => {
    // The price list is a service of somebody else, and not always well.
    const amount = host.call("priceOf", item, quantity);
    const checked = type === "unclear" && item !== "antique";
    return [{ to: "payment", type: "pay", body: { item, quantity, amount, checked } }];
  },

  payment: ({ case: id, body: { item, quantity, amount, checked } }) => {
    if ((item === "rare" || item === "antique") && checked !== true) {
      return [{ to: "pricing", type: "unclear", body: { item, quantity } }];
    }
    host.call("pay", id, amount);
    return [];
  },
};
