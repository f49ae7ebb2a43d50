import type { CodeRun, GivenAnswer } from "@checkride/api/given-answers";
import type { Run } from "@checkride/range/submission";
import type { Answer, Marking } from "@checkride/rules/answer";
import { markRun } from "@checkride/rules/exercises/mark-run";
import { markAnswer } from "@checkride/rules/mark-answer";
import { ok, type Result } from "@checkride/rules/result";
import { showExercise } from "@checkride/rules/show-exercise";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { Asked } from "./asked.ts";
import { runView } from "./run-learner-code.ts";
import type { AnswerRow } from "./store.ts";

export const shown = ({ exercise }: Asked, seed: string): ShownExercise =>
  showExercise(exercise, seed);

export type Marked = { readonly marking: Marking; readonly run: CodeRun | null };

/** `run`: what came of running the code, for an exercise that is answered with code. */
export const markGiven = (
  { exercise }: Asked,
  answer: Answer,
  seed: string,
  run: Run | null,
): Result<Marked, Refusal> => {
  if (exercise.kind === "run") {
    if (run === null) return notFitting("Code is asked for here.");
    const marking = markRun(exercise, run.claims);
    const holds = marking.reasons.map(({ right }) => right);
    return ok({ marking, run: runView(exercise, run, holds) });
  }
  const marked = markAnswer(exercise, seed, answer);
  return marked.ok ? ok({ marking: marked.value, run: null }) : notFitting(marked.error.says);
};

const notFitting = (says: string) =>
  refuse("answer-not-fitting", says, { wayOut: "Complete the answer and send it again." });

/** Marked again for showing; the code is not run again. */
const remark = ({ exercise }: Asked, row: AnswerRow, seed: string): Marked => {
  if (exercise.kind === "run") {
    if (row.latestRun === null) throw new Error("an answer in code was kept without its run");
    return row.latestRun;
  }
  const marked = markAnswer(exercise, seed, row.latestAnswer);
  if (!marked.ok) throw new Error(`a kept answer does not fit: ${marked.error.says}`);
  return { marking: marked.value, run: null };
};

export const answerView = (asked: Asked, row: AnswerRow, seed: string): GivenAnswer => {
  const { marking, run } = remark(asked, row, seed);
  return {
    exercise: asked.exercise.id,
    answer: row.latestAnswer,
    marking,
    run,
    rightAtFirst: row.firstRight,
    tries: row.tries,
    firstAt: row.firstAt.toISOString(),
    at: row.latestAt.toISOString(),
  };
};
