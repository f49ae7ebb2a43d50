import { setImmediate } from "node:timers/promises";
import type { PeopleImport } from "@checkride/api/imports";
import type { Database } from "../../platform/database.ts";
import type { Change, ImportDeps, Known } from "./deps.ts";
import { mergeRow } from "./merge-row.ts";
import type { ImportRow, RowFault } from "./read-row.ts";

export type Plan = Pick<PeopleImport, "adds" | "changes" | "unchanged" | "absent" | "sample"> & {
  readonly faults: readonly RowFault[];
};

const lookUpAtATime = 2000;
const sampleSize = 20;
const rowsAtATime = 500;

const inParts = async <T>(
  emails: readonly string[],
  look: (part: readonly string[]) => Promise<Iterable<T>>,
): Promise<readonly T[]> => {
  const found: T[] = [];
  for (let at = 0; at < emails.length; at += lookUpAtATime) {
    found.push(...(await look(emails.slice(at, at + lookUpAtATime))));
  }
  return found;
};

const shown = (value: unknown): string => {
  if (value === null || value === "") return "nothing";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const sayChange = (field: string, before: Known, after: Known): string => {
  const read = (person: Known): unknown =>
    Object.entries(person).find(([key]) => key === field)?.[1];
  return `${field}: ${shown(read(before))} → ${shown(read(after))}`;
};

const erasedFault = (row: ImportRow): RowFault => ({
  line: row.line,
  column: "email",
  value: row.email,
  says: "belongs to a person whose data was erased; take the line out, or add them by hand if they are back",
});

/** Whose line takes the owner's role away, when nobody would be left with it. */
const ownerFaults = async (
  db: Database,
  deps: ImportDeps,
  changes: readonly (Change & { readonly row: ImportRow })[],
): Promise<readonly RowFault[]> => {
  const leaving = changes.filter(
    ({ before, after }) => before.roles.includes("owner") && !after.roles.includes("owner"),
  );
  if (leaving.length === 0 || (await deps.keepsAnOwner(db, leaving))) return [];
  return leaving.map(({ row }) => ({
    line: row.line,
    column: "roles",
    value: row.roles?.join("; ") ?? null,
    says: "would leave the organisation without an owner who has signed in; keep the role owner",
  }));
};

/** What the file would do, row by row; nothing is written. */
export const planImport = async (
  db: Database,
  deps: ImportDeps,
  rows: readonly ImportRow[],
): Promise<Plan> => {
  const emails = rows.map(({ email }) => email);
  const people = await inParts(emails, (part) => deps.readPeopleByEmail(db, part));
  const known = new Map(people.map((person) => [person.email, person]));
  const erased = new Set(await inParts(emails, (part) => deps.erasedAmong(db, part)));
  const changes: (Change & { readonly row: ImportRow })[] = [];
  const sample: Plan["sample"] = [];
  let adds = 0;
  for (const [index, row] of rows.entries()) {
    // As when reading: a long file takes turns with everybody else.
    if (index % rowsAtATime === 0) await setImmediate();
    const before = known.get(row.email);
    const after = before ? mergeRow(before, row) : null;
    const fields = before && after ? deps.changedFields(before, after) : [];
    if (before && after && fields.length > 0) changes.push({ before, after, row });
    if (!before) adds += 1;
    if (sample.length < sampleSize) {
      const does = !before ? "add" : fields.length > 0 ? "change" : "nothing";
      const said = before && after ? fields.map((field) => sayChange(field, before, after)) : [];
      sample.push({ line: row.line, does, email: row.email, name: row.name, changes: said });
    }
  }
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null).length;
  return {
    adds,
    changes: changes.length,
    unchanged: rows.length - adds - changes.length,
    absent: (await deps.countActive(db)) - active,
    sample,
    faults: [
      ...rows.filter(({ email }) => erased.has(email)).map(erasedFault),
      ...(await ownerFaults(db, deps, changes)),
    ],
  };
};
