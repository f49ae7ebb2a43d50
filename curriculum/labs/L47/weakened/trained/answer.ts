import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** “People have to be more careful.” */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, { mitigation: "train" });
