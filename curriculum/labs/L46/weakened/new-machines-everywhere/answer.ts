import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, plan, step, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    without(plan(task), "wipe"),
    "releases",
    step("rebuild-all"),
  ) });
