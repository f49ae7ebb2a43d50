import type { PersonCard } from "@checkride/api/people";
import type { JsonObject } from "@checkride/ledger/canonical";
import type { PersonFacts } from "@checkride/rules/person";
import type { Selectable } from "kysely";
import type { PersonTable } from "../../platform/tables.ts";

export const personColumns = [
  "person.id",
  "person.email",
  "person.name",
  "person.team",
  "person.job",
  "person.tier",
  "person.roles",
  "person.attributes",
  "person.startedAt",
  "person.deactivatedAt",
  "person.erasedAt",
  "person.joinedAt",
  "person.version",
] as const;

export type PersonRecord = Omit<
  Selectable<PersonTable>,
  "createdAt" | "updatedAt" | "search" | "erasedEmailMark"
>;

const statusOf = (person: PersonRecord): PersonCard["status"] => {
  if (person.erasedAt) return "erased";
  if (person.deactivatedAt) return "deactivated";
  return person.joinedAt ? "active" : "invited";
};

export const isActive = (person: PersonRecord): boolean =>
  person.deactivatedAt === null && person.erasedAt === null;

export const cardOf = (person: PersonRecord): PersonCard => ({
  id: person.id,
  email: person.email,
  name: person.name,
  team: person.team,
  job: person.job,
  tier: person.tier,
  roles: [...person.roles],
  attributes: person.attributes,
  startedAt: person.startedAt.toISOString(),
  status: statusOf(person),
  version: person.version,
});

export const factsOf = (person: PersonRecord): PersonFacts => ({
  id: person.id,
  active: isActive(person),
  startedAt: person.startedAt.toISOString(),
  team: person.team,
  job: person.job,
  tier: person.tier,
  roles: person.roles,
  attributes: person.attributes,
});

/**
 * What the ledger keeps of a person: what rules may know, so never a name or an address. The version tells
 * the order of two changes better than their times: a request may begin before another and end after it.
 */
export const snapshotOf = (person: PersonRecord): JsonObject => ({
  version: person.version,
  facts: {
    team: person.team,
    job: person.job,
    tier: person.tier,
    roles: person.roles,
    attributes: person.attributes,
    startedAt: person.startedAt.toISOString(),
    active: isActive(person),
  },
});
