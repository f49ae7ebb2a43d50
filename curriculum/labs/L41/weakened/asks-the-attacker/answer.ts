import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Asks whoever published it last week. */
export const answer: AnswerOf<Task> = (task) =>
  answered(
    task,
    [rule("listed", "is", "no", "refuse"), rule("age", "below", "30", "ask"), rule("newest", "above", "1095", "ask")],
    { fresh: "ask" },
  );
