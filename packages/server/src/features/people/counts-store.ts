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
    select count(*) as people, count(*) filter (where holds) as hold,
      count(*) filter (where overdue) as overdue
    from (
      select bool_and(s.holds) as holds, bool_or(s.overdue) as overdue
      from standing s join person p on p.id = s.person_id
      where s.required and p.deactivated_at is null and p.erased_at is null
      group by s.person_id) asked`.execute(db);
  return rows[0] ?? { people: 0, hold: 0, overdue: 0 };
};

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
