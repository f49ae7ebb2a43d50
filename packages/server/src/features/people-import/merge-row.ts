import type { Role } from "@checkride/rules/person";
import type { Known, NewPerson } from "./deps.ts";
import type { ImportRow } from "./read-row.ts";

const given = <T>(value: T | undefined, otherwise: T): T =>
  value === undefined ? otherwise : value;

/** An empty list in a cell takes the attribute away; what the file has no column for stays. */
const mergeAttributes = (
  before: Readonly<Record<string, string[]>>,
  row: ImportRow,
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries({ ...before, ...row.attributes }).filter(([, values]) => values.length > 0),
  );

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

export const mergeRow = (before: Known, row: ImportRow): Known => ({
  ...before,
  name: row.name,
  team: given(row.team, before.team),
  job: given(row.job, before.job),
  tier: given(row.tier, before.tier),
  // Nobody is without a role or without a first day: an empty cell leaves them as they are.
  roles: row.roles && !sameRoles(row.roles, before.roles) ? row.roles : before.roles,
  startedAt: row.startedAt ? new Date(row.startedAt) : before.startedAt,
  attributes: mergeAttributes(before.attributes, row),
});

export const newPersonOf = (row: ImportRow): NewPerson => ({
  email: row.email,
  name: row.name,
  team: row.team ?? null,
  job: row.job ?? null,
  tier: row.tier ?? null,
  roles: row.roles ?? ["learner"],
  attributes: mergeAttributes({}, row),
  startedAt: row.startedAt ? new Date(row.startedAt) : null,
});
