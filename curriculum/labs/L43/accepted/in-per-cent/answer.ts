import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** Figures in per cent, in other words. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, {
    minority: `Rates by group, in per cent. Lowest: ${task.evaluation.weak.group.toUpperCase()} with ${Math.round(task.evaluation.weak.rate * 100)} %. ${task.evaluation.missing.group}: no data. The rest lies between 85 and 96.`,
  });
