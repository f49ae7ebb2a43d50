import type { LessonProgress } from "@checkride/api/lessons";
import type { Database } from "../../platform/database.ts";
import type { NewEvidence } from "../../platform/evidence/append-evidence.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { countSeconds, type Reported } from "./count-seconds.ts";
import { isWhole, type MyLesson, progressView, standingAnswers } from "./my-lesson.ts";
import { placeOfLesson } from "./show-lesson.ts";
import {
  type AnswerRow,
  beatClock,
  markFinished,
  markProgress,
  type ProgressRow,
  readAnswers,
  startClock,
} from "./store.ts";

export type Who = { readonly person: string; readonly now: Date };

export type Report = Reported & { readonly seen: readonly string[]; readonly at: string | null };

export type Done = {
  readonly progress: LessonProgress;
  readonly answers: readonly AnswerRow[];
};

const activityOf = ({ page }: MyLesson): string => `lesson/${page.lesson.id}`;

const fact = (kind: string, { person, now }: Who, body: NewEvidence["body"]): NewEvidence => ({
  kind,
  person,
  actor: person,
  body,
  at: now,
});

/** Exercises whose answer can be right; a guess, a note and a simulation without goals cannot. */
const graded = ({ questions }: MyLesson): ReadonlySet<string> =>
  new Set(
    [...questions.values()].flatMap(({ exercise }) => {
      const open =
        exercise.kind === "predict" ||
        exercise.kind === "write" ||
        (exercise.kind === "slider" && exercise.goals.length === 0) ||
        (exercise.kind === "run" && exercise.calls === null);
      return open ? [] : [exercise.id];
    }),
  );

/**
 * Evidence of a lesson that was gone through: once for each version of its text, however well it was
 * answered. It has no score: a lesson is where one may be wrong.
 */
const finish = async (
  tx: Database,
  who: Who,
  mine: MyLesson,
  row: ProgressRow,
  answers: readonly AnswerRow[],
): Promise<ProgressRow> => {
  const { id, version } = mine.page.lesson;
  if (row.finishedVersion === version || !isWhole(mine, row.seen, answers)) return row;
  await markFinished(tx, { person: who.person, lesson: id, version, now: who.now });
  const counted = graded(mine);
  const given = standingAnswers(mine, answers).filter(({ exercise }) => counted.has(exercise));
  const body = {
    activity: activityOf(mine),
    version,
    exercises: counted.size,
    rightAtFirst: given.filter(({ firstRight }) => firstRight).length,
    seconds: Math.round(row.activeSeconds),
  };
  await appendEvidence(tx, [fact("activity.passed", who, body)]);
  return { ...row, finishedAt: who.now, finishedVersion: version };
};

/**
 * Keeps that something was done in a lesson, and finishes it where that was the last thing. The answers are
 * read, or written and read, only once the row is held: of two that come at the same time the second then
 * sees what the first one gave.
 */
export const keepDone = async (
  tx: Database,
  who: Who,
  mine: MyLesson,
  mark: Report,
  answersOf: () => Promise<readonly AnswerRow[]>,
): Promise<Done> => {
  const { id, version } = mine.page.lesson;
  const row = await markProgress(tx, { ...who, ...mark, lesson: id });
  if (row.isNew) {
    const body = { activity: activityOf(mine), version };
    await appendEvidence(tx, [fact("activity.started", who, body)]);
  }
  const answers = await answersOf();
  const finished = await finish(tx, who, mine, row, answers);
  return { progress: progressView(mine, finished, answers), answers };
};

/** Steps that the lesson does not have are forgotten; seconds are those that have really passed. */
export const keepReport = async (
  tx: Database,
  who: Who,
  mine: MyLesson,
  report: Report,
): Promise<LessonProgress> => {
  const steps = new Set(mine.page.lesson.steps.map(({ id }) => id));
  const last = report.visibleSeconds > 0 ? await beatClock(tx, who.person, who.now) : null;
  if (report.visibleSeconds === 0) await startClock(tx, who.person, who.now);
  const mark = {
    ...countSeconds(report, last, who.now),
    seen: report.seen.filter((id) => steps.has(id)),
    at: report.at !== null && steps.has(report.at) ? report.at : null,
  };
  const place = placeOfLesson(mine.page.lesson.id);
  const answersOf = () => readAnswers(tx, who.person, place);
  return (await keepDone(tx, who, mine, mark, answersOf)).progress;
};
