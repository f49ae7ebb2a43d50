import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** Threats at components instead of flows. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    threats: whole.threats.map((one) =>
      one.id === "t1" ? { ...one, at: "c2" } : one.id === "t4" ? { ...one, at: "c3" } : one,
    ),
  });
