import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, rule } from "../../answer-like.ts";
import type { Task } from "../../checks.ts";

/** Takes few downloads for a danger. */
export const answer: AnswerOf<Task> = (task) =>
  answered(
    task,
    [rule("listed", "is", "no", "refuse"), rule("age", "below", "30", "refuse"), rule("downloads", "below", "5000", "refuse"), rule("newest", "above", "1095", "ask")],
    { small: "refuse" },
  );
