import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

/** Overlooks one danger in which neither secrets nor personal data leave, and forbids one thing that is allowed. */
export const answer: AnswerOf<Task> = (task) => {
  const overlooked = task.find(({ verdict, isGrave }) => verdict === "unsafe" && isGrave !== true);
  const feared = task.findLast(({ verdict }) => verdict === "safe");
  return Object.fromEntries(
    task.map(({ id, verdict, reason }) => {
      if (id === overlooked?.id) return [id, { verdict: "safe", reason }];
      return [id, { verdict: id === feared?.id ? "unsafe" : verdict, reason }];
    }),
  );
};
