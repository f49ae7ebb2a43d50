import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Says each in other words that are as right. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, { words: -1 });
