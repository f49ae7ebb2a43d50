import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Knows the list of all threats and does not read this system. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, { threats: [...task.expected, ...task.stopped] });
