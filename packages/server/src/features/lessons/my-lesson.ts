import type { LessonProgress } from "@checkride/api/lessons";
import type { Content } from "../../platform/content.ts";
import { type Asked, askedOf } from "./asked.ts";
import { firstDraw, itemsOfStep } from "./draw-questions.ts";
import type { LessonPage } from "./lesson-page.ts";
import type { AnswerRow, ProgressRow } from "./store.ts";

/** A lesson as one person has it: which questions it asks of them. */
export type MyLesson = {
  readonly page: LessonPage;
  readonly seed: string;
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
  if (page.draws.length === 0) return { page, seed, drawn: [], questions: page.exercises };
  const ids = drawnIds ?? firstDraw(content, page.lesson, seed);
  const drawn = page.draws.map((_, index) =>
    itemsOfStep(content, ids, index).map(({ id, exercise }) => askedOf({ ...exercise, id })),
  );
  const all = drawn.flat().map((asked) => [asked.exercise.id, asked] as const);
  return { page, seed, drawn, questions: new Map([...page.exercises, ...all]) };
};

/** Answers to the questions as they are now. */
export const standingAnswers = (
  { questions }: Pick<MyLesson, "questions">,
  answers: readonly AnswerRow[],
): readonly AnswerRow[] =>
  answers.filter((row) => questions.get(row.exercise)?.version === row.exerciseVersion);

/** Every step was seen and every question answered; how well is not asked. */
export const isWhole = (
  mine: MyLesson,
  seen: readonly string[],
  answers: readonly AnswerRow[],
): boolean =>
  mine.page.lesson.steps.every(({ id }) => seen.includes(id)) &&
  standingAnswers(mine, answers).length === mine.questions.size;

export const progressView = (
  mine: MyLesson,
  row: ProgressRow | null,
  answers: readonly AnswerRow[],
): LessonProgress => {
  const { lesson } = mine.page;
  const steps = new Set(lesson.steps.map(({ id }) => id));
  const seen = (row?.seen ?? []).filter((id) => steps.has(id));
  const finishedAt = row?.finishedAt ?? null;
  const begun = row !== null || answers.length > 0;
  return {
    state: finishedAt !== null ? "done" : begun ? "underway" : "none",
    seen,
    at: row?.atStep ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    changedSince: finishedAt !== null && row?.finishedVersion !== lesson.version,
    exercises: { answered: standingAnswers(mine, answers).length, of: mine.questions.size },
    visibleSeconds: Math.round(row?.visibleSeconds ?? 0),
    activeSeconds: Math.round(row?.activeSeconds ?? 0),
  };
};
