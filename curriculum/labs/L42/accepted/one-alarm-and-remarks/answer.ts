import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, reviewed } from "../../review-like.ts";

/** Finds both, is wrong once, and asks about what is odd. */
export const answer: AnswerOf<Task> = ({ key, sound }) =>
  reviewed([
    ...key.planted.map((planted) => commentOn(planted)),
    ...sound.slice(0, 1).map((one) => commentOn(one)),
    ...key.fine.map((fine) => commentOn(fine, "remark")),
  ]);
