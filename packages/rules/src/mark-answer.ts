import type { Answer, Marking } from "./answer.ts";
import type { Exercise } from "./exercise.ts";
import { markMatch, markOrder, markSort } from "./exercises/mark-cards.ts";
import { markChoose } from "./exercises/mark-choose.ts";
import { markConfig } from "./exercises/mark-config.ts";
import { markPredict } from "./exercises/mark-predict.ts";
import type { RunExercise } from "./exercises/mark-run.ts";
import { markSlider } from "./exercises/mark-slider.ts";
import { markSpot } from "./exercises/mark-spot.ts";
import { markWrite, modelAnswer } from "./exercises/mark-write.ts";
import type { MarksOrUnfit, Unfit } from "./exercises/marks.ts";
import { markingOf, unfit } from "./exercises/marks.ts";
import type { Prose } from "./prose.ts";
import type { Result } from "./result.ts";
import { ok } from "./result.ts";

/** Code is marked by `mark-run.ts`, from what the sandbox claims. */
export type MarkableExercise = Exclude<Exercise, RunExercise>;

/** What an answer earns; `seed` must be the one that the exercise was shown with. An answer that does not fit earns nothing. */
export const markAnswer = (
  exercise: MarkableExercise,
  seed: string,
  answer: Answer,
): Result<Marking, Unfit> => {
  const marks = marksFor(exercise, `${seed} ${exercise.id}`, answer);
  return marks.ok ? ok(markingOf(marks.value, exercise, revealOf(exercise))) : marks;
};

const marksFor = (exercise: MarkableExercise, seed: string, answer: Answer): MarksOrUnfit => {
  if (exercise.kind === "choose" && answer.kind === "choose") {
    return markChoose(exercise, seed, answer);
  }
  if (exercise.kind === "sort" && answer.kind === "sort") return markSort(exercise, seed, answer);
  if (exercise.kind === "match" && answer.kind === "match")
    return markMatch(exercise, seed, answer);
  if (exercise.kind === "order" && answer.kind === "order")
    return markOrder(exercise, seed, answer);
  if (exercise.kind === "spot" && answer.kind === "spot") return markSpot(exercise, answer);
  if (exercise.kind === "config" && answer.kind === "config") return markConfig(exercise, answer);
  if (exercise.kind === "slider" && answer.kind === "slider") return markSlider(exercise, answer);
  if (exercise.kind === "predict" && answer.kind === "predict") {
    return markPredict(exercise, seed, answer);
  }
  if (exercise.kind === "write" && answer.kind === "write") return markWrite(exercise, answer);
  return unfit(`This answers a \`${answer.kind}\` exercise; a \`${exercise.kind}\` was shown.`);
};

const revealOf = (exercise: MarkableExercise): Prose | null => {
  if (exercise.kind === "predict") return exercise.reveal;
  return exercise.kind === "write" ? modelAnswer(exercise) : null;
};
