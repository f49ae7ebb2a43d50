import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { answered, idsOf, plan } from "../../plan.ts";
import type { Task } from "../../task.ts";

export const answer: AnswerOf<Task> = (task) => ({ moves: answered(plan(task), "list", {
    jobs: idsOf(task, ({ began, wants, from }) => {
      const { window } = task;
      const isOpen = !/lock|==|<|pandas/.test(wants);
      const end = from === "mirror" ? 900 : window.to;
      const begin = from === "mirror" ? window.mirrored : window.from;
      return isOpen && from !== "wheelhouse" && began >= begin && began <= end;
    }),
  }) });
