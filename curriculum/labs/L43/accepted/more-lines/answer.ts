import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, written } from "../../written-like.ts";

/** A card that goes on over several lines, and one comment too many. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, {
    extra: [commentOn(task, "weak", "few")],
    card: { limits: `not for ${task.evaluation.missing.group}\n  before it has been measured\n  with 200 cases` },
  });
