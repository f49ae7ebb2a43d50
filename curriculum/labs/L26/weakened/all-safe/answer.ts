import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";

export const answer: AnswerOf<Task> = (task) =>
  Object.fromEntries(task.map(({ id, reason }) => [id, { verdict: "safe", reason }]));
