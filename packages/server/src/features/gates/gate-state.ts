import { isInAudience } from "@checkride/rules/matches";
import type { PersonFacts } from "@checkride/rules/person";
import type { GateRule, Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { GateDeps } from "./deps.ts";
import { readHeld } from "./held-store.ts";

/** `outside`: the gate is not meant for this person at all. */
export type GateState = "allowed" | "denied" | "outside";

export const stateAt = (
  { audiences }: Policy,
  rule: GateRule,
  person: PersonFacts,
  held: ReadonlySet<string>,
): GateState => {
  const isInvited = rule.for?.some((name) => isInAudience(name, person, audiences)) ?? true;
  if (!isInvited || !person.active) return "outside";
  return rule.asks.every((certificate) => held.has(certificate)) ? "allowed" : "denied";
};

export type PersonHolding = {
  readonly facts: PersonFacts;
  readonly name: string;
  readonly held: ReadonlySet<string>;
};

const nothing: ReadonlySet<string> = new Set();

/** People behind an id with the certificates they hold, as far as stored standings tell. */
export const readHolding = async (
  db: Database,
  deps: Pick<GateDeps, "readPeopleBatch">,
  after: string | null,
  limit: number,
): Promise<readonly PersonHolding[]> => {
  const people = await deps.readPeopleBatch(db, after, limit);
  const ids = people.map(({ facts }) => facts.id);
  const held = await readHeld(db, ids);
  return people.map((one) => ({ ...one, held: held.get(one.facts.id) ?? nothing }));
};
