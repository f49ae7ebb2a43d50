import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { before, idsOf, plan, step, without } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: before(
    without(plan(task), "list", "tell-teams"),
    "search",
    step("list", {
      jobs: idsOf(
        task,
        ({ isExposed, installed, from, wants }) =>
          isExposed && from === "index" && installed <= task.window.saidTo && !wants.includes("-agents"),
      ),
    }),
    step("tell-teams"),
  ) });
