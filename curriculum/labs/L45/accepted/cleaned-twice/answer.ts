import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, plan, step, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    without(plan(task), "retrain", "test"),
    "release",
    step("retrain", { rows: "marked", labels: "drop" }),
    step("test", { tests: "both" }),
    step("retrain-again", { rows: "since", labels: "drop" }),
    step("test-again", { tests: "both" }),
  ) });
