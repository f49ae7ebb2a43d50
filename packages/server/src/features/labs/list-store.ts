import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type LabWork = {
  readonly lab: string;
  readonly attempts: number;
  readonly points: number | null;
  readonly passedAt: Date | null;
};

/** What somebody has done of each lab that they began. */
export const readLabWork = async (
  db: Database,
  personId: string,
  lab: string | null = null,
): Promise<ReadonlyMap<string, LabWork>> => {
  const { rows } = await sql<LabWork>`
    select m.lab, count(a.id)::integer as attempts, max(a.points)::integer as points,
      min(m.passed_at) as passed_at
    from lab_member m left join lab_attempt a
      on a.workspace_id = m.workspace_id and a.state <> 'not-graded'
    where m.person_id = ${personId}::uuid and (${lab}::text is null or m.lab = ${lab}::text)
    group by m.lab`.execute(db);
  return new Map(rows.map((row) => [row.lab, row]));
};
