import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Lists them as they came to mind. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, { threats: task.expected.toReversed() });
