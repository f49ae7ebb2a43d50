import type { LessonProgress } from "@checkride/api/lessons";
import type { Content } from "../../platform/content.ts";
import { type Asked, askedOf, markOf } from "./asked.ts";
import { firstDraw, itemsOfStep } from "./draw-questions.ts";
import type { LessonPage } from "./lesson-page.ts";
import type { AnswerRow, ProgressRow, Whole } from "./store.ts";

/** A lesson as one person has it: which questions it asks of them. */
export type MyLesson = {
  readonly page: LessonPage;
  readonly seed: string;
  /** What was drawn, as it is written down. */
  readonly drawnIds: readonly string[];
  /** For each step that draws, its questions. */
  readonly drawn: readonly (readonly Asked[])[];
  /** All there are, by id. */
  readonly questions: ReadonlyMap<string, Asked>;
};

export const myLesson = (
  content: Content,
  page: LessonPage,
  seed: string,
  drawnIds: readonly string[] | null,
): MyLesson => {
  if (page.draws.length === 0) {
    return { page, seed, drawnIds: [], drawn: [], questions: page.exercises };
  }
  const ids = drawnIds ?? firstDraw(content, page.lesson, seed);
  const drawn = page.draws.map((_, index) =>
    itemsOfStep(content, ids, index).map(({ id, exercise }) => askedOf({ ...exercise, id })),
  );
  const all = drawn.flat().map((asked) => [asked.exercise.id, asked] as const);
  return { page, seed, drawnIds: ids, drawn, questions: new Map([...page.exercises, ...all]) };
};

/** Answers to the questions as they are now. */
export const standingAnswers = (
  { questions }: Pick<MyLesson, "questions">,
  answers: readonly AnswerRow[],
): readonly AnswerRow[] =>
  answers.filter((row) => questions.get(row.exercise)?.version === row.exerciseVersion);

/** Every step is to be seen and every question answered; how well is not asked. */
export const wholeOf = ({ page, questions }: MyLesson): Whole => ({
  steps: page.lesson.steps.map(({ id }) => id),
  questions: [...questions.values()].map(markOf),
  version: page.lesson.version,
});

export const isWhole = (mine: MyLesson, { seen, answered }: ProgressRow): boolean => {
  const whole = wholeOf(mine);
  return (
    whole.steps.every((id) => seen.includes(id)) &&
    whole.questions.every((mark) => answered.includes(mark))
  );
};

export const progressView = (mine: MyLesson, row: ProgressRow | null): LessonProgress => {
  const { steps, questions, version } = wholeOf(mine);
  const finishedAt = row?.finishedAt ?? null;
  return {
    state: finishedAt !== null ? "done" : row !== null ? "underway" : "none",
    seen: steps.filter((id) => row?.seen.includes(id)),
    at: row?.atStep ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    changedSince: finishedAt !== null && row?.finishedVersion !== version,
    exercises: {
      answered: questions.filter((mark) => row?.answered.includes(mark)).length,
      of: questions.length,
    },
    visibleSeconds: Math.round(row?.visibleSeconds ?? 0),
    activeSeconds: Math.round(row?.activeSeconds ?? 0),
  };
};
