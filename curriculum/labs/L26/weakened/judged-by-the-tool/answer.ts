import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

/** “It is approved, so it is fine.” */
export const answer: AnswerOf<Task> = (task) =>
  Object.fromEntries(
    task.map(({ id, isApproved, reason }) => [
      id,
      { verdict: isApproved ? "safe" : "unsafe", reason },
    ]),
  );
