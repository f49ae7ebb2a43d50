import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import {
  type AnswerRow,
  answerColumns,
  type NewAnswer,
  ofProgress,
  onKnownAnswer,
  type ProgressRow,
  type Whole,
  writtenColumns,
} from "./store.ts";

/** An answer in a lesson: `mark` names the question with its version. */
export type QuickAnswer = {
  readonly lesson: string;
  readonly mark: string;
  readonly given: NewAnswer;
  readonly whole: Whole;
};

export type QuickRow = ProgressRow & AnswerRow;

const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, "\\$&")}"`).join()}}`;

const newRows = (asks: readonly QuickAnswer[]) => {
  const column = <T>(read: (ask: QuickAnswer) => T): T[] => asks.map(read);
  return sql`select * from unnest(
    ${column(({ given }) => given.person)}::uuid[], ${column(({ lesson }) => lesson)}::text[],
    ${column(({ mark }) => mark)}::text[], ${column(({ whole }) => whole.version)}::text[],
    ${column(({ whole }) => arrayText(whole.steps))}::text[],
    ${column(({ whole }) => arrayText(whole.questions))}::text[],
    ${column(({ given }) => given.place)}::text[], ${column(({ given }) => given.exercise)}::text[],
    ${column(({ given }) => given.exerciseVersion)}::text[],
    ${column(({ given }) => JSON.stringify(given.answer))}::text[],
    ${column(({ given }) => given.right)}::boolean[], ${column(({ given }) => given.share)}::real[],
    ${column(({ given }) => given.run && JSON.stringify(given.run))}::text[],
    ${column(({ given }) => given.now)}::timestamptz[]) with ordinality
    as row (person_id, lesson, mark, version, steps, questions, place, exercise, exercise_version,
      answer, is_right, share, run, now, nth)`;
};

/**
 * Answers of different people or lessons in one statement, each where no evidence comes of it: the lesson was
 * begun before and is not finished by this. Null: nothing was written of it, and a transaction must do it.
 */
export const answerQuickly = async (
  db: Database,
  asks: readonly QuickAnswer[],
): Promise<readonly (QuickRow | null)[]> => {
  const { rows } = await sql<QuickRow & { nth: number }>`${sql.raw(kept("answer-quickly"))}
    with new as (${newRows(asks)}),
    touched as (
      update lesson_progress p set touched_at = new.now,
        answered = case when p.answered @> array[new.mark] then p.answered
          else p.answered || new.mark end
      from new where p.person_id = new.person_id and p.lesson = new.lesson
        and not (p.finished_version is distinct from new.version
          and p.seen @> new.steps::text[]
          and (p.answered || new.mark) @> new.questions::text[])
      returning new.nth, ${ofProgress}),
    written as (
      insert into exercise_answer as a (${writtenColumns})
      select new.person_id, new.place, new.exercise, new.exercise_version, new.answer::jsonb,
        new.is_right, new.share, new.now, new.answer::jsonb, new.run::jsonb, new.now, 1
      from new join touched using (nth)
      ${onKnownAnswer} returning person_id, place, ${answerColumns})
    select touched.*, written.* from touched join new using (nth)
      join written on written.person_id = new.person_id and written.place = new.place
        and written.exercise = new.exercise`.execute(db);
  const found = new Map(rows.map((row) => [row.nth, row]));
  return asks.map((_, index) => found.get(index + 1) ?? null);
};
