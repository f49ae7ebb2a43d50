import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Believes in numbers that a script can make. */
export const answer: AnswerOf<Task> = (task) =>
  answered(
    task,
    [rule("listed", "is", "no", "refuse"), rule("downloads", "above", "5000", "accept"), rule("age", "below", "30", "refuse"), rule("newest", "above", "1095", "ask")],
    { fresh: "accept" },
  );
