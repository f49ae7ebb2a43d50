import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Says first what is fine, and refuses the rest. */
export const answer: AnswerOf<Task> = (task) =>
  answered(
    task,
    [
      rule("listed", "is-not", "yes", "refuse"),
      rule("newest", "above", "900", "refuse"),
      rule("age", "above", "90", "accept"),
      rule("owners", "above", "0", "refuse"),
    ],
    { abandoned: "refuse" },
  );
