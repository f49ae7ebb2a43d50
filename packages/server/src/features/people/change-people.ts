import { isDeepStrictEqual } from "node:util";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { By } from "./add-people.ts";
import { isActive, type PersonRecord, snapshotOf } from "./person-card.ts";
import { hasOtherOwner, updatePeople } from "./store.ts";

export type Fields = Pick<
  PersonRecord,
  "email" | "name" | "team" | "job" | "tier" | "roles" | "attributes" | "startedAt"
>;

export type Change = { readonly before: PersonRecord; readonly after: PersonRecord };

const fieldNames = [
  "email",
  "name",
  "team",
  "job",
  "tier",
  "roles",
  "attributes",
  "startedAt",
] as const satisfies readonly (keyof Fields)[];

export const changedFields = (before: Fields, after: Fields): readonly (keyof Fields)[] =>
  fieldNames.filter((field) => !isDeepStrictEqual(before[field], after[field]));

const isOwner = (person: PersonRecord): boolean =>
  isActive(person) && person.joinedAt !== null && person.roles.includes("owner");

/** Whether somebody who owns the organisation today still does when these changes are made. */
export const keepsAnOwner = async (db: Database, changes: readonly Change[]): Promise<boolean> => {
  const leaving = changes
    .filter(({ before, after }) => isOwner(before) && !isOwner(after))
    .map(({ before }) => before.id);
  if (leaving.length === 0) return true;
  return hasOtherOwner(db, leaving);
};

/** Writes the details of people who are locked, with evidence that names the changed fields. */
export const changePeople = async (
  db: Database,
  changes: readonly Change[],
  { actor, now }: By,
): Promise<void> => {
  await updatePeople(
    db,
    changes.map(({ after }) => after),
    now,
  );
  await appendEvidence(
    db,
    changes.map(({ before, after }) => ({
      kind: "person.changed",
      person: after.id,
      actor,
      body: { ...snapshotOf(after), changed: [...changedFields(before, after)] },
      at: now,
    })),
  );
};
