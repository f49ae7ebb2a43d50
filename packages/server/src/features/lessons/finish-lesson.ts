import type { Database } from "../../platform/database.ts";
import { appendEvidence, type NewEvidence } from "../../platform/evidence/append-evidence.ts";
import { isWhole, type MyLesson, standingAnswers } from "./my-lesson.ts";
import { placeOfLesson } from "./show-lesson.ts";
import {
  keepDraw,
  markFinished,
  markProgress,
  type ProgressMark,
  type ProgressRow,
  readAnswers,
} from "./store.ts";
import type { Who } from "./who.ts";

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

/** It has no score: a lesson is where one may be wrong. */
const passed = async (
  tx: Database,
  who: Who,
  mine: MyLesson,
  { activeSeconds }: ProgressRow,
): Promise<NewEvidence> => {
  const { id, version } = mine.page.lesson;
  const counted = graded(mine);
  const answers = await readAnswers(tx, who.person, placeOfLesson(id));
  const right = standingAnswers(mine, answers).filter(
    ({ exercise, firstRight }) => firstRight && counted.has(exercise),
  );
  return fact("activity.passed", who, {
    activity: `lesson/${id}`,
    version,
    exercises: counted.size,
    rightAtFirst: right.length,
    seconds: Math.round(activeSeconds),
  });
};

/**
 * Keeps what was done in a lesson and what follows from it: that it was begun, and, once every step was seen
 * and every question answered, that it was gone through. The latter once for each version of its text.
 * `write` runs while the row is held, so that of two that come at the same time one finds the other's.
 */
export const finishLesson = async <T>(
  tx: Database,
  who: Who,
  mine: MyLesson,
  mark: ProgressMark,
  write: () => Promise<T>,
): Promise<{ readonly progress: ProgressRow; readonly written: T }> => {
  const { id, version } = mine.page.lesson;
  const { isNew, ...row } = await markProgress(tx, mark);
  const written = await write();
  if (isNew) {
    // The bank may change: who has begun keeps the questions that were drawn.
    if (mine.drawnIds.length > 0) await keepDraw(tx, mark, 0, mine.drawnIds);
    const body = { activity: `lesson/${id}`, version };
    await appendEvidence(tx, [fact("activity.started", who, body)]);
  }
  if (row.finishedVersion === version || !isWhole(mine, row)) {
    return { progress: row, written };
  }
  await markFinished(tx, { person: who.person, lesson: id, version, now: who.now });
  await appendEvidence(tx, [await passed(tx, who, mine, row)]);
  const progress = { ...row, finishedAt: who.now, finishedVersion: version };
  return { progress, written };
};
