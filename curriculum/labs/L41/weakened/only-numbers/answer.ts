import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Forgets that what does not exist has no numbers. */
export const answer: AnswerOf<Task> = (task) =>
  answered(task, [rule("age", "below", "30", "refuse"), rule("newest", "above", "1095", "ask")]);
