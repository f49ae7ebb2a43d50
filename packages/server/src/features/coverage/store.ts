import type { Taxonomy } from "@checkride/rules/threat-coverage";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type LoadedList = { readonly id: string; readonly list: Taxonomy; readonly loadedAt: Date };

export const readLoaded = (db: Database): Promise<readonly LoadedList[]> =>
  db.selectFrom("taxonomy").select(["id", "list", "loadedAt"]).orderBy("loadedAt").execute();

export const writeLoaded = async (
  tx: Database,
  id: string,
  list: Taxonomy,
  by: string,
  now: Date,
): Promise<void> => {
  const { taxonomy, version } = list;
  const row = { taxonomy, version, list: JSON.stringify(list), loadedBy: by, loadedAt: now };
  await tx
    .insertInto("taxonomy")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
};

/** Whether there was one. */
export const removeLoaded = async (tx: Database, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom("taxonomy")
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export type Taught = { readonly threat: string; readonly activity: string };
export type AskedThreat = { readonly threat: string; readonly certificate: string };

/**
 * For each threat: of how many active people a certificate is asked whose track teaches it, and how many of
 * these have passed one of its activities.
 */
export const countHolders = async (
  db: Database,
  asked: readonly AskedThreat[],
  taught: readonly Taught[],
): Promise<ReadonlyMap<string, { readonly exposed: number; readonly hold: number }>> => {
  const { rows } = await sql<{ threat: string; exposed: number; hold: number }>`
    with asked as (
      select * from unnest(${asked.map(({ threat }) => threat)}::text[],
        ${asked.map(({ certificate }) => certificate)}::text[]) as asked (threat, certificate)
    ), exposed as (
      select distinct asked.threat, s.person_id
      from asked join standing s on s.certificate = asked.certificate and s.required
      join person p on p.id = s.person_id and p.deactivated_at is null and p.erased_at is null
    ), passed as (
      select distinct person, body ->> 'activity' as activity from evidence
      where kind = 'activity.passed' and person is not null
    ), holding as (
      select distinct taught.threat, passed.person
      from unnest(${taught.map(({ threat }) => threat)}::text[],
        ${taught.map(({ activity }) => activity)}::text[]) as taught (threat, activity)
      join passed on passed.activity = taught.activity
    )
    select exposed.threat, count(*) as exposed, count(holding.person) as hold
    from exposed
    left join holding on holding.threat = exposed.threat and holding.person = exposed.person_id
    group by exposed.threat`.execute(db);
  return new Map(rows.map(({ threat, exposed, hold }) => [threat, { exposed, hold }]));
};
