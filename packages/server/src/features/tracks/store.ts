import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type LessonWork = { readonly lesson: string; readonly finished: boolean };

export const readLessonWork = async (
  db: Database,
  person: string,
): Promise<readonly LessonWork[]> => {
  const rows = await db
    .selectFrom("lessonProgress")
    .select(["lesson", "finishedAt"])
    .where("personId", "=", person)
    .execute();
  return rows.map(({ lesson, finishedAt }) => ({ lesson, finished: finishedAt !== null }));
};

/** Activities that somebody passed and whose pass nobody declared void: `lab/L17`, `quiz/t1`. */
export const readPassed = async (db: Database, person: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ activity: string | null }>`
    select distinct p.body ->> 'activity' as activity from evidence p
    where p.person = ${person} and p.kind = 'activity.passed'
      and not exists (select from evidence v where v.person = ${person}
        and v.kind = 'evidence.voided' and v.body ->> 'evidence' = p.id::text)`.execute(db);
  return new Set(rows.flatMap(({ activity }) => activity ?? []));
};
