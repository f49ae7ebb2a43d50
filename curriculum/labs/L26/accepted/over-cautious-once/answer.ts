import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

/** Forbids one thing that is allowed, and lets its reason open. */
export const answer: AnswerOf<Task> = (task) => {
  const feared = task.find(({ verdict }) => verdict === "safe");
  return Object.fromEntries(
    task.map(({ id, verdict, reason }) => [
      id,
      id === feared?.id ? { verdict: "unsafe" } : { verdict, reason },
    ]),
  );
};
