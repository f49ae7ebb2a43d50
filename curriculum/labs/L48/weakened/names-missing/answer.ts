import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** Parts as the inventory has them. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, {
    components: whole.components.map((one) => (one.id === "c2" ? { ...one, title: "Which service?" } : one)),
  });
