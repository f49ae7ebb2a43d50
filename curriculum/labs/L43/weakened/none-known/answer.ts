import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** “None known.” */
export const answer: AnswerOf<Task> = (task) =>
  written(task, { card: { "biases found": "none known", limits: "None known so far to us" } });
