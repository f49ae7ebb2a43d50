import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { written } from "../../written-like.ts";

/** “It has never failed.” */
export const answer: AnswerOf<Task> = (task) =>
  written(task, { trigger: "If it should fail, which it has never done so far" });
