import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** “The model is ours, so it is our code.” */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    zones: whole.zones.map((one) => (one.component === "c3" ? { ...one, zone: "code" } : one)),
  });
