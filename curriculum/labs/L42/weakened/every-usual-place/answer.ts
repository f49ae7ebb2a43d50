import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, reviewed } from "../../review-like.ts";

/** Knows where such weaknesses usually are, and does not read what is there. */
export const answer: AnswerOf<Task> = ({ key, sound }) =>
  reviewed([...key.planted, ...sound].map((planted) => commentOn(planted)));
