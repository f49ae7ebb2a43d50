import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Takes its own page and its own model for its own code. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, { zones: { chat: "code", llm: "code" } });
