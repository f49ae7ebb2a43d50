import type { Ask, Edition, Policy } from "./policy.ts";

/** By document; versions that are in force now or were before. */
export type Editions = ReadonlyMap<string, readonly Edition[]>;

/**
 * The policy with what happened to the documents that it asks to sign: so a sign-off of older words runs out,
 * with notice, without the policy having to be changed. A document in its first version changes nothing.
 */
export const withEditions = (policy: Policy, editions: Editions): Policy => {
  if (![...editions.values()].some(isReplaced)) return policy;
  const certificates = Object.entries(policy.certificates).map(([id, rule]) => [
    id,
    {
      ...rule,
      asks: rule.asks.map((ask) => inAsk(ask, editions)),
      refreshAsks: rule.refreshAsks.map((ask) => inAsk(ask, editions)),
    },
  ]);
  return { ...policy, certificates: Object.fromEntries(certificates) };
};

/** What was known at a moment of the past. */
export const editionsUntil = (editions: Editions, at: string): Editions =>
  new Map([...editions].map(([document, all]) => [document, all.filter(({ from }) => from <= at)]));

const isReplaced = (all: readonly Edition[]): boolean => all.length > 1;

const inAsk = (ask: Ask, editions: Editions): Ask => {
  if (ask.kind === "some") return { ...ask, of: ask.of.map((inner) => inAsk(inner, editions)) };
  if (ask.kind !== "signOff") return ask;
  const known = editions.get(ask.document) ?? [];
  return isReplaced(known) ? { ...ask, editions: known } : ask;
};
