import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Looks at the first version alone. */
export const answer: AnswerOf<Task> = (task) =>
  answered(
    task,
    [rule("listed", "is", "no", "refuse"), rule("age", "below", "30", "refuse")],
    { abandoned: "accept" },
  );
