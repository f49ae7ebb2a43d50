import type { Answer } from "@checkride/rules/answer";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { MarkedRun } from "../../platform/tables.ts";

export type ProgressRow = {
  readonly seen: readonly string[];
  readonly atStep: string | null;
  /** As `markOf` names them. */
  readonly answered: readonly string[];
  readonly draw: number;
  readonly drawn: readonly string[] | null;
  readonly visibleSeconds: number;
  readonly activeSeconds: number;
  readonly finishedAt: Date | null;
  readonly finishedVersion: string | null;
};

export type AnswerRow = {
  readonly exercise: string;
  readonly exerciseVersion: string;
  readonly firstRight: boolean;
  readonly firstAt: Date;
  readonly latestAnswer: Answer;
  readonly latestRun: MarkedRun | null;
  readonly latestAt: Date;
  readonly tries: number;
};

export type Mine = {
  readonly progress: ProgressRow | null;
  readonly answers: readonly AnswerRow[];
};

const progressColumns = sql.raw(
  "seen, at_step, answered, draw, drawn, visible_seconds, active_seconds, finished_at, finished_version",
);
export const answerColumns = sql.raw(
  "exercise, exercise_version, first_right, first_at, latest_answer, latest_run, latest_at, tries",
);

export const ofProgress = sql.raw(
  "p.seen, p.at_step, p.answered, p.draw, p.drawn, p.visible_seconds, p.active_seconds, p.finished_at, p.finished_version",
);

type Keyed<T> = T & { readonly key: string };

/** `person lesson/m01-1`: whose, and where. */
export const mineKey = (person: string, place: string): string => `${person} ${place}`;

const split = (keys: readonly string[]) => ({
  people: keys.map((key) => key.slice(0, 36)),
  places: keys.map((key) => key.slice(37)),
});

/** What people did in places, many at once; whoever did nothing there is not among it. */
export const readMine = async (
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Mine>> => {
  const { people, places } = split(keys);
  const asked = sql`unnest(${people}::uuid[], ${places}::text[]) as asked (person_id, place)`;
  const [progress, answers] = await Promise.all([
    sql<Keyed<ProgressRow>>`${sql.raw(kept("lesson-progress"))}
      select asked.person_id || ' ' || asked.place as key, ${progressColumns}
      from ${asked} join lesson_progress p
        on p.person_id = asked.person_id and 'lesson/' || p.lesson = asked.place`.execute(db),
    sql<Keyed<AnswerRow>>`${sql.raw(kept("exercise-answers"))}
      select asked.person_id || ' ' || asked.place as key, ${answerColumns}
      from ${asked} join exercise_answer a
        on a.person_id = asked.person_id and a.place = asked.place
      order by a.first_at, a.exercise`.execute(db),
  ]);
  const found = new Map<string, Mine>();
  for (const { key, ...row } of progress.rows) found.set(key, { progress: row, answers: [] });
  for (const { key, ...row } of answers.rows) {
    const known = found.get(key) ?? { progress: null, answers: [] };
    found.set(key, { ...known, answers: [...known.answers, row] });
  }
  return found;
};

export type ProgressMark = {
  readonly person: string;
  readonly lesson: string;
  readonly seen: readonly string[];
  readonly at: string | null;
  readonly answered: readonly string[];
  readonly visibleSeconds: number;
  readonly activeSeconds: number;
  readonly now: Date;
};

/** A list only grows; what is in it twice is in it. */
const united = (column: string) =>
  sql.raw(`${column} = case when p.${column} @> new.${column} then p.${column}
    else p.${column} || new.${column} end`);

/** What is new, as a row with the columns of the table. */
const newRow = (mark: ProgressMark) => sql`select ${mark.person}::uuid as person_id,
  ${mark.lesson}::text as lesson, ${[...mark.seen]}::text[] as seen, ${mark.at}::text as at_step,
  ${[...mark.answered]}::text[] as answered, ${mark.visibleSeconds}::float8 as visible_seconds,
  ${mark.activeSeconds}::float8 as active_seconds, ${mark.now}::timestamptz as now`;

const addNew = sql`${united("seen")}, ${united("answered")},
  at_step = coalesce(new.at_step, p.at_step), touched_at = new.now,
  visible_seconds = p.visible_seconds + new.visible_seconds,
  active_seconds = p.active_seconds + new.active_seconds`;

/**
 * Adds to what is known. The row is held until the transaction ends, so that of two tabs that finish a
 * lesson at the same time one finds it finished.
 */
export const markProgress = async (
  tx: Database,
  mark: ProgressMark,
): Promise<ProgressRow & { readonly isNew: boolean }> => {
  const { rows: made } = await sql<{ lesson: string }>`${sql.raw(kept("begin-lesson"))}
    insert into lesson_progress (person_id, lesson, started_at, touched_at)
    values (${mark.person}::uuid, ${mark.lesson}, ${mark.now}::timestamptz, ${mark.now}::timestamptz)
    on conflict do nothing returning lesson`.execute(tx);
  const { rows } = await sql<ProgressRow>`${sql.raw(kept("mark-progress"))}
    with new as (${newRow(mark)})
    update lesson_progress p set ${addNew} from new
    where p.person_id = new.person_id and p.lesson = new.lesson
    returning ${ofProgress}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("progress was not written");
  return { ...row, isNew: made.length > 0 };
};

/** What a lesson asks for, to be finished in a version. */
export type Whole = {
  readonly steps: readonly string[];
  readonly questions: readonly string[];
  readonly version: string;
};

export type NewAnswer = {
  readonly person: string;
  readonly place: string;
  readonly exercise: string;
  readonly exerciseVersion: string;
  readonly answer: Answer;
  readonly run: MarkedRun | null;
  readonly right: boolean;
  readonly share: number;
  readonly now: Date;
};

/** The first answer stays, unless the question itself has changed since. */
const keptFirst = (column: string) =>
  sql.raw(
    `${column} = case when a.exercise_version = excluded.exercise_version then a.${column} else excluded.${column} end`,
  );

/** Text of a statement: both ways of writing answers end with it. */
export const onKnownAnswer = sql`on conflict (person_id, place, exercise) do update set
  ${keptFirst("first_answer")}, ${keptFirst("first_right")},
  ${keptFirst("first_share")}, ${keptFirst("first_at")},
  tries = case when a.exercise_version = excluded.exercise_version then a.tries + 1 else 1 end,
  exercise_version = excluded.exercise_version, latest_answer = excluded.latest_answer,
  latest_run = excluded.latest_run, latest_at = excluded.latest_at`;

export const writtenColumns = sql.raw(`person_id, place, exercise, exercise_version, first_answer,
  first_right, first_share, first_at, latest_answer, latest_run, latest_at, tries`);

export const keepAnswer = async (tx: Database, given: NewAnswer): Promise<AnswerRow> => {
  const answer = JSON.stringify(given.answer);
  const run = given.run && JSON.stringify(given.run);
  const { person, place, exercise, exerciseVersion, right, share, now } = given;
  const { rows } = await sql<AnswerRow>`${sql.raw(kept("keep-answer"))}
    insert into exercise_answer as a (${writtenColumns})
    values (${person}::uuid, ${place}, ${exercise}, ${exerciseVersion}, ${answer}::jsonb,
      ${right}::boolean, ${share}::real, ${now}::timestamptz, ${answer}::jsonb, ${run}::jsonb,
      ${now}::timestamptz, 1)
    ${onKnownAnswer} returning ${answerColumns}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("an answer was not kept");
  return row;
};

export const readAnswers = async (
  tx: Database,
  person: string,
  place: string,
): Promise<readonly AnswerRow[]> => {
  const { rows } = await sql<AnswerRow>`select ${answerColumns} from exercise_answer
    where person_id = ${person} and place = ${place} order by first_at, exercise`.execute(tx);
  return rows;
};

export const markFinished = async (
  tx: Database,
  { person, lesson, version, now }: Finished,
): Promise<void> => {
  await tx
    .updateTable("lessonProgress")
    .set({ finishedAt: now, finishedVersion: version })
    .where("personId", "=", person)
    .where("lesson", "=", lesson)
    .execute();
};

type Finished = {
  readonly person: string;
  readonly lesson: string;
  readonly version: string;
  readonly now: Date;
};

export const keepDraw = async (
  tx: Database,
  { person, lesson }: { readonly person: string; readonly lesson: string },
  draw: number,
  drawn: readonly string[],
): Promise<void> => {
  await tx
    .updateTable("lessonProgress")
    .set({ draw, drawn: [...drawn] })
    .where("personId", "=", person)
    .where("lesson", "=", lesson)
    .execute();
};

export const readDrawn = async (
  db: Database,
  person: string,
  lesson: string,
): Promise<readonly string[] | null> => {
  const row = await db
    .selectFrom("lessonProgress")
    .select("drawn")
    .where("personId", "=", person)
    .where("lesson", "=", lesson)
    .executeTakeFirst();
  return row?.drawn ?? null;
};

/** Holds the row until the transaction ends; null: the lesson was never begun. */
export const lockProgress = async (
  tx: Database,
  person: string,
  lesson: string,
): Promise<ProgressRow | null> => {
  const { rows } = await sql<ProgressRow>`select ${progressColumns} from lesson_progress
    where person_id = ${person} and lesson = ${lesson} for update`.execute(tx);
  return rows[0] ?? null;
};
