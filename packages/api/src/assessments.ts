import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";
import {
  answeredItem,
  competencyLevel,
  itemAnswer,
  sureness,
  tryParam,
  tryShape,
} from "./tries.ts";
import { writtenOperations } from "./written.ts";

const competencyResult = z.object({
  competency: z.string(),
  title: z.string(),
  level: competencyLevel,
  /** What my tracks expect of me. */
  expected: competencyLevel,
  /** Of the assessment before this one, on the same scale. */
  before: competencyLevel.nullable(),
  right: z.number().int(),
  asked: z.number().int(),
});

const sureAndWrong = z.object({
  place: z.number().int(),
  competency: z.string(),
  topic: z.string(),
  sure: sureness,
});

const assessmentResult = z.object({
  competencies: z.array(competencyResult),
  confidence: z.object({
    /** Mean of "how sure are you?", 0 (a guess) to 1 (certain). */
    mean: z.number(),
    whenRight: z.number().nullable(),
    whenWrong: z.number().nullable(),
  }),
  /** What I was sure of and had wrong: the first to look at. */
  sureAndWrong: z.array(sureAndWrong),
  comparedWith: instant.nullable(),
  againFrom: instant,
});
export type AssessmentResult = z.infer<typeof assessmentResult>;

const assessmentTry = tryShape.extend({
  title: z.string(),
  /** Empty until it is over: reasons on the way would teach what is to be measured. */
  items: z.array(answeredItem),
  result: assessmentResult.nullable(),
});
export type AssessmentTry = z.infer<typeof assessmentTry>;

const assessmentCard = z.object({
  title: z.string(),
  minutes: z.number().int(),
  questionsMax: z.number().int(),
  /** False: the bank has too few questions for it. */
  ready: z.boolean(),
  open: z
    .object({ answered: z.number().int(), of: z.number().int(), startedAt: instant })
    .nullable(),
  /** Finished ones, newest first. */
  finished: z.array(z.object({ try: uuid, at: instant })),
  /** Null: now. */
  nextFrom: instant.nullable(),
});
export type AssessmentCard = z.infer<typeof assessmentCard>;

export const assessmentOperations = {
  ...writtenOperations,
  "GET /api/assessments/baseline": operation({
    summary: "Show whether the baseline assessment is open, done, or can be done again",
    access: "learning:own",
    answer: assessmentCard,
  }),
  "POST /api/assessments/baseline/tries": operation({
    summary: "Begin the baseline assessment, or go on with the one that is open",
    access: "learning:own",
    answer: assessmentTry,
    problems: ["too-soon", "bank-too-small"],
  }),
  "GET /api/assessment-tries/{try}": operation({
    summary: "Show one's own assessment: the next question, or the result",
    access: "learning:own",
    params: tryParam,
    answer: assessmentTry,
    problems: ["not-found"],
  }),
  "POST /api/assessment-tries/{try}/answers": operation({
    summary: "Answer the next question and say how sure one is",
    access: "learning:own",
    ownTransaction: true,
    params: tryParam,
    body: z.strictObject({ ...itemAnswer, sure: sureness }),
    /** The result comes with the last answer. */
    answer: assessmentTry,
    problems: ["not-found", "already-answered", "answer-not-fitting"],
  }),
};
