import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** One sentence for all. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    threats: whole.threats.map((one) => ({
      ...one,
      how: "Prompt injection is possible here and should be looked at by somebody soon.",
    })),
  });
