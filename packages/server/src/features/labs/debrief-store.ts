import type { Answer } from "@checkride/rules/answer";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type Others = {
  readonly people: number;
  readonly passed: number;
  readonly medianAttempts: number | null;
  readonly firstFailed: readonly { readonly check: string; readonly share: number }[];
};

/** Counts only: nobody can be made out in them. */
export const readOthers = async (db: Database, lab: string): Promise<Others> => {
  const { rows } = await sql<Others>`
    with tried as (
      select m.person_id, min(m.passed_at) as passed_at, count(a.id) as attempts
      from lab_member m join lab_attempt a
        on a.workspace_id = m.workspace_id and a.person_id = m.person_id and a.verdict is not null
      where m.lab = ${lab}::text group by m.person_id),
    first as (
      select distinct on (a.person_id) a.verdict
      from lab_attempt a join lab_workspace w on w.id = a.workspace_id
      where w.lab = ${lab}::text and a.verdict is not null and a.person_id is not null
      order by a.person_id, a.at),
    failed as (
      select one ->> 'id' as "check", round(100.0 * count(*) filter (where not (one ->> 'holds')::boolean)
        / count(*))::integer as share
      from first, json_array_elements(first.verdict -> 'checks') as one group by 1)
    select (select count(*) from tried)::integer as people,
      (select count(*) from tried where passed_at is not null)::integer as passed,
      (select percentile_cont(0.5) within group (order by attempts) from tried
        where passed_at is not null)::double precision as median_attempts,
      coalesce((select json_agg(failed order by share desc, "check") from failed), '[]') as first_failed
    `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("a count answered nothing");
  return row;
};

/** False: it was answered before; that answer counts. */
export const keepAnswer = async (
  tx: Database,
  member: { readonly workspaceId: string; readonly personId: string },
  answer: Answer,
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("labMember")
    .set({ answer: JSON.stringify(answer), answeredAt: at })
    .where("workspaceId", "=", member.workspaceId)
    .where("personId", "=", member.personId)
    .where("answeredAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
