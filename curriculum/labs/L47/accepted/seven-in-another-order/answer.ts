import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Seven, ranked by somebody else. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, {
    threats: [2, 0, 4, 1, 3, 6, 7].flatMap((at) => task.expected[at] ?? []),
    zones: { refund: "protected", mail: "protected" },
  });
