import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** Forgets that weights come in too. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    threats: whole.threats.map((one) => (one.id === "t4" ? { ...one, at: "c6" } : one)),
  });
