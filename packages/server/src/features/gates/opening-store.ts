import type { Opening } from "@checkride/rules/decision";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";

type OpeningRow = {
  readonly id: string;
  readonly gate: string;
  readonly personId: string;
  readonly approvedAt: Date;
  readonly endsAt: Date;
};

const openingOf = ({ id, gate, personId, approvedAt, endsAt }: OpeningRow): Opening => ({
  id,
  gate,
  person: personId,
  from: approvedAt.toISOString(),
  until: endsAt.toISOString(),
});

const byPerson = (rows: readonly OpeningRow[]): ReadonlyMap<string, readonly Opening[]> => {
  const found = new Map<string, Opening[]>();
  for (const row of rows) {
    found.set(row.personId, [...(found.get(row.personId) ?? []), openingOf(row)]);
  }
  return found;
};

/** Approved and not ended by hand; whether their time is over is the rule's to say. */
export const openingsReader =
  (db: Database) =>
  async (people: readonly string[]): Promise<ReadonlyMap<string, readonly Opening[]>> => {
    const { rows } = await sql<OpeningRow>`${sql.raw(kept("openings"))}
      select id, gate, person_id, approved_at, ends_at from gate_opening
      where person_id = any(${people}::uuid[]) and approved_at is not null and ended_at is null`.execute(
      db,
    );
    return byPerson(rows);
  };

/** As they were at a moment: what was ended by hand ended then. */
export const readOpeningsAt = async (
  db: Database,
  personId: string,
  at: Date,
): Promise<readonly Opening[]> => {
  const { rows } = await sql<OpeningRow>`
    select id, gate, person_id, approved_at, least(ends_at, ended_at) as ends_at from gate_opening
    where person_id = ${personId} and approved_at <= ${at} and least(ends_at, ended_at) > ${at}`.execute(
    db,
  );
  return rows.map(openingOf);
};
