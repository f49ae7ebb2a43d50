import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, idsOf, plan, step, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    before(
      without(plan(task), "list", "tell-teams"),
      "search",
      step("list", { jobs: "1" }),
      step("tell-teams"),
    ),
    "rotate",
    step("relist", { jobs: idsOf(task, ({ isExposed }) => isExposed) }),
  ) });
