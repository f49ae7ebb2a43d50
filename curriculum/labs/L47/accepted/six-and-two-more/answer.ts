import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { modelled } from "../../model-like.ts";

/** Six of the eight, and one that reviewers did not think of. */
export const answer: AnswerOf<Task> = (task) =>
  modelled(task, {
    threats: [
      ...task.expected.slice(0, 6),
      { id: "login", at: ["customer"], actions: ["guess"], effects: ["account"], mitigations: ["second"] },
    ],
    zones: { log: "code" },
  });
