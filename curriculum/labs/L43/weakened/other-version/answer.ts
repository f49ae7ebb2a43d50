import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** A card that was copied from the last release. */
export const answer: AnswerOf<Task> = (task) =>
  written(task, { card: { version: "3.8.0" } });
