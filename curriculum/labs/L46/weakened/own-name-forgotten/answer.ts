import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { plan, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: without(plan(task), "releases", "yank") });
