import { z } from "zod";
import { markedAnswer, rich } from "./exercises.ts";
import { instant } from "./shared-shapes.ts";

/** What running the learner's code came to. A hidden case says its sentence and whether it holds. */
const codeRun = z.object({
  /** Why the program did not even load, in the runtime's words. */
  load: z.string().nullable(),
  /** What it printed while it loaded and in cases that are not hidden, cut where it was too long. */
  output: z.string(),
  cases: z.array(
    z.object({
      says: rich,
      hidden: z.boolean(),
      holds: z.boolean(),
      /** As JSON text; null for a hidden case. */
      args: z.string().nullable(),
      wanted: z.string().nullable(),
      got: z.string().nullable(),
      /** Why nothing came back. */
      error: z.string().nullable(),
    }),
  ),
});
export type CodeRun = z.infer<typeof codeRun>;

/** The latest answer to an exercise of a lesson or a case, and how the first one was. */
export const givenAnswer = markedAnswer.extend({
  run: codeRun.nullable(),
  /** The first try is what counts in statistics; later ones are practice. */
  rightAtFirst: z.boolean(),
  tries: z.number().int(),
  firstAt: instant,
});
export type GivenAnswer = z.infer<typeof givenAnswer>;
