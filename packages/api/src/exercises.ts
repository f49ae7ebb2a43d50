import type { Answer, Marking } from "@checkride/rules/answer";
import type { Prose, Rich } from "@checkride/rules/prose";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { z } from "zod";
import { instant } from "./shared-shapes.ts";

/** Shapes that lessons, cases, quizzes, assessments and refreshers share. */
const name = z.string().max(200);
const names = z.array(name).max(200).readonly();
const text = z.string().max(20_000);

/** Text of the curriculum as a tree, and an exercise without its key, in the form of the rules. */
export const rich = z.custom<Rich>();
export const prose = z.custom<Prose>();
export const shownExercise = z.custom<ShownExercise>();

/** An answer in terms of what was shown. */
export const answerBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choose"), picked: names, because: names.default([]) }),
  z.strictObject({ kind: z.literal("sort"), groupOf: z.record(name, name) }),
  z.strictObject({ kind: z.literal("match"), rightOf: z.record(name, name) }),
  z.strictObject({ kind: z.literal("order"), cards: names }),
  z.strictObject({ kind: z.literal("spot"), marked: names }),
  z.strictObject({ kind: z.literal("config"), values: z.record(name, z.string().max(2_000)) }),
  z.strictObject({ kind: z.literal("slider"), at: z.record(name, z.number()) }),
  z.strictObject({ kind: z.literal("predict"), guess: z.string().max(2_000) }),
  z.strictObject({ kind: z.literal("run"), code: text }),
  z.strictObject({ kind: z.literal("write"), texts: z.record(name, text) }),
]) satisfies z.ZodType<Answer>;

/** What an answer earned: the first time that anything of the key leaves the server. */
export const marking = z.object({
  right: z.boolean(),
  share: z.number(),
  reasons: z.array(z.object({ about: z.string(), right: z.boolean(), why: rich })).readonly(),
  solution: z.custom<Answer>().nullable(),
  close: rich.nullable(),
  reveal: prose.nullable(),
}) satisfies z.ZodType<Marking>;

/** An answer that was given, with what it earned. */
export const markedAnswer = z.object({
  exercise: z.string(),
  answer: z.custom<Answer>(),
  marking,
  at: instant,
});
export type MarkedAnswer = z.infer<typeof markedAnswer>;
