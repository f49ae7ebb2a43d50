import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, idsOf, plan } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: answered(plan(task), "list", {
    jobs: idsOf(
      task,
      ({ installed }) => installed >= task.window.from && installed <= task.window.to,
    ),
  }) });
