import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Lets nothing in. */
export const answer: AnswerOf<Task> = (task) =>
  answered(task, [rule("listed", "is-not", "", "refuse")], { small: "refuse", popular: "refuse" });
