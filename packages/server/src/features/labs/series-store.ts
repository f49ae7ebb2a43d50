import type { LabSeries, SeriesPass } from "@checkride/rules/labs/lab-series";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

/** Passes of the lab that nobody declared void, the oldest first. */
export const readSeriesPasses = async (
  db: Database,
  { lab, assessment }: LabSeries,
  person: string,
): Promise<readonly SeriesPass[]> => {
  const { rows } = await sql<SeriesPass>`
    select p.id as evidence, p.body ->> 'variant' as variant,
      coalesce((p.body ->> 'score')::double precision, 0) as score,
      exists (select from evidence s where s.person = ${person}::uuid and s.kind = 'activity.passed'
        and s.body ->> 'activity' = ${assessment}::text and s.body -> 'passes' ? p.id::text) as used
    from evidence p
    where p.person = ${person}::uuid and p.kind = 'activity.passed'
      and p.body ->> 'activity' = ${lab}::text and p.body ->> 'variant' is not null
      and not exists (select from evidence v where v.person = ${person}::uuid
        and v.kind = 'evidence.voided' and v.body ->> 'evidence' = p.id::text)
    order by p.at, p.id`.execute(db);
  return rows;
};
