import type { StandingState } from "@checkride/rules/standing";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type StateCount = {
  readonly team: string | null;
  readonly certificate: string;
  readonly state: StandingState;
  readonly people: number;
  readonly required: number;
  readonly overdue: number;
};

export const countByTeam = async (
  db: Database,
): Promise<readonly { readonly team: string | null; readonly people: number }[]> =>
  db
    .selectFrom("person")
    .select((eb) => ["team", eb.fn.countAll<number>().as("people")])
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .groupBy("team")
    .execute();

export const countByState = async (db: Database): Promise<readonly StateCount[]> => {
  const { rows } = await sql<StateCount>`
    select p.team, s.certificate, s.state, count(*) as people,
      count(*) filter (where s.required) as required,
      count(*) filter (where s.overdue) as overdue
    from standing s join person p on p.id = s.person_id
    where (s.required or s.holds) and p.deactivated_at is null and p.erased_at is null
    group by p.team, s.certificate, s.state`.execute(db);
  return rows;
};

/** Of whom anything is asked, who hold all that is asked, who are late with any of it. */
export const countAsked = async (
  db: Database,
): Promise<{ people: number; hold: number; overdue: number }> => {
  const { rows } = await sql<{ people: number; hold: number; overdue: number }>`
    select count(*) as people, count(*) filter (where asked.holds) as hold,
      count(*) filter (where asked.overdue) as overdue
    from (
      select person_id, bool_and(holds) as holds, bool_or(overdue) as overdue
      from standing where required group by person_id) asked
    join person p on p.id = asked.person_id
    where p.deactivated_at is null and p.erased_at is null`.execute(db);
  return rows[0] ?? { people: 0, hold: 0, overdue: 0 };
};

/**
 * Numbers that are shown side by side come from one moment, so that they add up. The memory lets the
 * database group a hundred thousand people in one go instead of sorting them on disk.
 */
export const atOneMoment = <T>(db: Database, read: (tx: Database) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      await sql`set local work_mem = '32MB'`.execute(tx);
      return read(tx);
    });

/** What one person is told about a certificate is enough to know its title. */
export const readTitles = async (
  db: Database,
  certificates: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ certificate: string; title: string }>`
    select wanted.certificate, told.title
    from unnest(${[...certificates]}::text[]) as wanted(certificate)
    cross join lateral (
      select person_id from standing where standing.certificate = wanted.certificate limit 1) one
    join person_standing on person_standing.person_id = one.person_id
    cross join lateral (
      select entry ->> 'title' as title from jsonb_array_elements(standings) entry
      where entry ->> 'certificate' = wanted.certificate limit 1) told`.execute(db);
  return new Map(rows.map(({ certificate, title }) => [certificate, title]));
};
