import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own } from "../../own-like.ts";

/** “We looked at everything.” */
export const answer: AnswerOf<Task> = (task) =>
  own(task, { limits: "Nothing was left out." });
