import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, reviewed } from "../../review-like.ts";

/** Comments where the function begins. */
export const answer: AnswerOf<Task> = ({ key }) =>
  reviewed(key.planted.map((planted) => commentOn(planted, planted.problems.at(-1), -3)));
