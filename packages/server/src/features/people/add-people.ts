import type { Role, Tier } from "@checkride/rules/person";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { newId } from "../../platform/ids.ts";
import { type PersonRecord, snapshotOf } from "./person-card.ts";
import { insertPeople } from "./store.ts";

export type NewPerson = {
  readonly email: string | null;
  readonly name: string;
  readonly team: string | null;
  readonly job: string | null;
  readonly tier: Tier | null;
  readonly roles: readonly Role[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly startedAt: Date | null;
};

export type By = { readonly actor: string | null; readonly now: Date };

/** Adds them with their evidence; whoever has an address that is taken is left out of the answer. */
export const addPeople = async (
  db: Database,
  people: readonly NewPerson[],
  { actor, now }: By,
): Promise<readonly PersonRecord[]> => {
  if (people.length === 0) return [];
  const rows = people.map((person) => ({
    id: newId(now),
    email: person.email,
    name: person.name,
    team: person.team,
    job: person.job,
    tier: person.tier,
    roles: [...new Set(person.roles)],
    attributes: JSON.stringify(person.attributes),
    startedAt: person.startedAt ?? now,
    createdAt: now,
    updatedAt: now,
  }));
  const added = await insertPeople(db, rows);
  await appendEvidence(
    db,
    added.map((person) => ({
      kind: "person.added",
      person: person.id,
      actor,
      body: snapshotOf(person),
      at: now,
    })),
  );
  return added;
};
