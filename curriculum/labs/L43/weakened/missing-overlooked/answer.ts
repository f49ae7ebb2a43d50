import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** Sees the low figure, and not the one that is not there. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, {
    marks: ["weak", "fallback", "claim"],
    minority: `${task.evaluation.weak.group} is served worse: ${task.evaluation.weak.rate} of its cases, where all others that we measured are above 0.85.`,
    card: { "evaluation by group": `${task.evaluation.weak.group} ${task.evaluation.weak.rate}, all others above 0.85` },
  });
