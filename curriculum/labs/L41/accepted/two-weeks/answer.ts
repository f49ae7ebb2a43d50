import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** A shorter pause, and archived packages too. */
export const answer: AnswerOf<Task> = (task) =>
  answered(task, [
    rule("archived", "is", "yes", "ask"),
    rule("listed", "is", "no", "refuse"),
    rule("age", "below", "14", "refuse"),
    rule("newest", "above", "730", "ask"),
  ]);
