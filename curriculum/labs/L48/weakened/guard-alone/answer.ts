import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { own, whole } from "../../own-like.ts";

/** The model has to refuse. */
export const answer: AnswerOf<Task> = (task) =>
  own(task, { mitigations: whole.mitigations.map((one) => ({ ...one, component: "c3" })) });
