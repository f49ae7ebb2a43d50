import type { Json } from "@checkride/rules/exercise";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

/** An attempt that has a verdict, with all that is needed to give it again. */
export const readGraded = async (db: Database, id: string) => {
  const row = await db
    .selectFrom("labAttempt")
    .innerJoin("labWorkspace", "labWorkspace.id", "labAttempt.workspaceId")
    .select([
      "labWorkspace.lab",
      "labAttempt.version",
      "labAttempt.files",
      "labAttempt.seed",
      "labAttempt.verdict",
      "labAttempt.engines",
      "labAttempt.at",
    ])
    .where("labAttempt.id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.verdict === null || row.engines === null) return null;
  return { ...row, verdict: row.verdict, engines: row.engines };
};

type Recorded = {
  readonly submission: string;
  readonly passed: boolean;
  readonly checks: Json;
};

/** What the ledger says came of an attempt; null: nothing, or it was erased. */
export const readRecord = async (db: Database, attempt: string): Promise<Recorded | null> => {
  const { rows } = await sql<Recorded>`
    select e.body ->> 'submission' as submission, (e.body ->> 'passed')::boolean as passed,
      e.body -> 'checks' as checks
    from lab_attempt a join evidence e
      on e.person = a.person_id and e.kind = 'activity.attempted' and e.body ->> 'attempt' = a.id::text
    where a.id = ${attempt}::uuid`.execute(db);
  return rows[0] ?? null;
};
