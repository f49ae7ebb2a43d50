import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, plan, step } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    before(plan(task), "block", step("pause")),
    "search",
    step("resume"),
  ) });
