import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, reviewed } from "../../review-like.ts";

/** Found one, and was content. */
export const answer: AnswerOf<Task> = ({ key }) =>
  reviewed(key.planted.slice(0, 1).map((planted) => commentOn(planted)));
