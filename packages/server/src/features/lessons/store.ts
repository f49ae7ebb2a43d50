import type { Answer } from "@checkride/rules/answer";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { MarkedRun } from "../../platform/tables.ts";

export type ProgressRow = {
  readonly seen: readonly string[];
  readonly atStep: string | null;
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
  "seen, at_step, draw, drawn, visible_seconds, active_seconds, finished_at, finished_version",
);
const answerColumns = sql.raw(
  "exercise, exercise_version, first_right, first_at, latest_answer, latest_run, latest_at, tries",
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
  readonly visibleSeconds: number;
  readonly activeSeconds: number;
  readonly now: Date;
};

/**
 * Adds to what is known. The row is held until the transaction ends, so that of two tabs that finish a
 * lesson at the same time one finds it finished.
 */
export const markProgress = async (
  tx: Database,
  mark: ProgressMark,
): Promise<ProgressRow & { readonly isNew: boolean }> => {
  const { person, lesson, seen, at, visibleSeconds, activeSeconds, now } = mark;
  const { rows } = await sql<ProgressRow & { isNew: boolean }>`
    ${sql.raw(kept("mark-progress"))} insert into lesson_progress as p (person_id, lesson, seen,
      at_step, visible_seconds, active_seconds, started_at, touched_at)
    values (${person}::uuid, ${lesson}, ${[...seen]}::text[], ${at}, ${visibleSeconds}::float8,
      ${activeSeconds}::float8, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (person_id, lesson) do update set
      seen = (select coalesce(array_agg(distinct one order by one), '{}')
              from unnest(p.seen || excluded.seen) as one),
      at_step = coalesce(excluded.at_step, p.at_step),
      visible_seconds = p.visible_seconds + excluded.visible_seconds,
      active_seconds = p.active_seconds + excluded.active_seconds,
      touched_at = excluded.touched_at
    returning ${progressColumns}, (xmax = 0) as is_new`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("progress was not written");
  return row;
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

/** Keeps an answer and tells all that are given in this place. */
export const keepAnswer = async (tx: Database, given: NewAnswer): Promise<readonly AnswerRow[]> => {
  const { person, place, exercise, exerciseVersion, right, share, now } = given;
  const answer = JSON.stringify(given.answer);
  const run = given.run && JSON.stringify(given.run);
  const { rows } = await sql<AnswerRow>`${sql.raw(kept("keep-answer"))} with written as (
      insert into exercise_answer as a (person_id, place, exercise, exercise_version, first_answer,
        first_right, first_share, first_at, latest_answer, latest_run, latest_at, tries)
      values (${person}::uuid, ${place}, ${exercise}, ${exerciseVersion}, ${answer}::jsonb,
        ${right}::boolean, ${share}::real, ${now}::timestamptz, ${answer}::jsonb, ${run}::jsonb,
        ${now}::timestamptz, 1)
      on conflict (person_id, place, exercise) do update set
        ${keptFirst("first_answer")}, ${keptFirst("first_right")},
        ${keptFirst("first_share")}, ${keptFirst("first_at")},
        tries = case when a.exercise_version = excluded.exercise_version then a.tries + 1 else 1 end,
        exercise_version = excluded.exercise_version,
        latest_answer = excluded.latest_answer, latest_run = excluded.latest_run,
        latest_at = excluded.latest_at
      returning ${answerColumns})
    select ${answerColumns} from written
    union all
    select ${answerColumns} from exercise_answer
    where person_id = ${person}::uuid and place = ${place} and exercise <> ${exercise}`.execute(tx);
  return rows;
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

/** Starts the clock of somebody who has none yet. */
export const startClock = async (tx: Database, personId: string, now: Date): Promise<void> => {
  await tx
    .insertInto("learningClock")
    .values({ personId, beatAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/**
 * Sets a person's clock and answers what it said before, one report after the other; null: it was not set. The
 * insert reads from `before`, or what it said would be looked up only after it was overwritten.
 */
export const beatClock = async (tx: Database, person: string, now: Date): Promise<Date | null> => {
  const { rows } = await sql<{ before: Date | null }>`${sql.raw(kept("beat-clock"))}
    with before as (select beat_at from learning_clock where person_id = ${person}::uuid for update)
    insert into learning_clock (person_id, beat_at)
    select ${person}::uuid, ${now}::timestamptz from (select) as one left join before on true
    on conflict (person_id) do update set beat_at = excluded.beat_at
    returning (select beat_at from before) as before`.execute(tx);
  return rows[0]?.before ?? null;
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

/** Holds the row until the transaction ends and tells how often was drawn. */
export const lockProgress = async (
  tx: Database,
  person: string,
  lesson: string,
): Promise<number> => {
  const row = await tx
    .selectFrom("lessonProgress")
    .select("draw")
    .where("personId", "=", person)
    .where("lesson", "=", lesson)
    .forUpdate()
    .executeTakeFirst();
  return row?.draw ?? 0;
};
