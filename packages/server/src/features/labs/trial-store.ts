import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type Trials = {
  /** Attempts that ran and differed from what was tried before. */
  readonly honest: number;
  readonly since: Date;
};

/** Where each variant has one attempt, those at all variants count that this person has had. */
export const readTrials = async (
  db: Database,
  asked: { readonly lab: string; readonly personId: string; readonly workspaceId: string | null },
): Promise<Trials> => {
  const { lab, personId, workspaceId } = asked;
  const { rows } = await sql<Trials>`
    select count(a.id)::integer as honest, min(w.started_at) as since
    from lab_member m join lab_workspace w on w.id = m.workspace_id
      left join lab_attempt a on a.workspace_id = w.id and a.is_honest
    where m.person_id = ${personId}::uuid and m.lab = ${lab}::text
      and (${workspaceId}::uuid is null or w.id = ${workspaceId}::uuid)`.execute(db);
  const [trials] = rows;
  if (trials === undefined) throw new Error("a count answered nothing");
  return trials;
};
