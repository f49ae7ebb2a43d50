import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** Releases it as it is. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, { decision: "ready" });
