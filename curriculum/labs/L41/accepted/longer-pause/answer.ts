import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { answered, rule } from "../../answer-like.ts";

/** A quarter of a year, two years, and no word about anything else. */
export const answer: AnswerOf<Task> = (task) =>
  answered(task, [
    rule("newest", "above", "900", "refuse"),
    rule("listed", "is-not", "yes", "refuse"),
    rule("age", "below", "91", "refuse"),
  ]);
