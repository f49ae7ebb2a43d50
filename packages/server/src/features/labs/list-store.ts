import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type LabWork = {
  readonly lab: string;
  readonly attempts: number;
  readonly points: number | null;
};

/** What somebody has done of each lab that they began. */
export const readLabWork = async (
  db: Database,
  personId: string,
  lab: string | null = null,
): Promise<ReadonlyMap<string, LabWork>> => {
  const { rows } = await sql<LabWork>`
    select m.lab, count(a.id)::integer as attempts, max(a.points)::integer as points
    from lab_member m left join lab_attempt a
      on a.workspace_id = m.workspace_id and a.state <> 'not-graded'
    where m.person_id = ${personId}::uuid and (${lab}::text is null or m.lab = ${lab}::text)
    group by m.lab`.execute(db);
  return new Map(rows.map((row) => [row.lab, row]));
};

/** When each lab was passed first, by passes that nobody declared void. */
export const readLabPasses = async (
  db: Database,
  personId: string,
): Promise<ReadonlyMap<string, Date>> => {
  const { rows } = await sql<{ lab: string; at: Date }>`
    select substr(p.body ->> 'activity', 5) as lab, min(p.at) as at from evidence p
    where p.person = ${personId}::uuid and p.kind = 'activity.passed'
      and p.body ->> 'activity' like 'lab/%'
      and not exists (select from evidence v where v.person = ${personId}::uuid
        and v.kind = 'evidence.voided' and v.body ->> 'evidence' = p.id::text)
    group by 1`.execute(db);
  return new Map(rows.map(({ lab, at }) => [lab, at]));
};
