import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** Everything in words. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, {
    minority: `${task.evaluation.weak.group} could be somewhat worse than the others are, and ${task.evaluation.missing.group} should be measured at some point.`,
  });
