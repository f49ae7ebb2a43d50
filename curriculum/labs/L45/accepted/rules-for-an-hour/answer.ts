import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, plan, step, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    before(without(plan(task), "hold", "rollback"), "freeze", step("fallback")),
    "name-source",
    step("rollback", { version: `v${task.target}`, beside: "currency" }),
  ) });
