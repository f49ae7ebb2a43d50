import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "../../checks.ts";
import { commentOn, reviewed } from "../../review-like.ts";

/** Finds both, and both that only look so. */
export const answer: AnswerOf<Task> = ({ key }) =>
  reviewed([
    ...key.planted.map((planted) => commentOn(planted)),
    ...key.fine.map((fine) => commentOn(fine, "crypto")),
  ]);
