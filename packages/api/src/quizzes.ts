import { z } from "zod";
import { operation } from "./operation.ts";
import { instant } from "./shared-shapes.ts";
import { answeredItem, itemAnswer, itemLevel, tryParam, tryShape } from "./tries.ts";

const quizResult = z.object({
  /** The share of questions that were answered all right, 0 to 1. */
  score: z.number(),
  right: z.number().int(),
  of: z.number().int(),
  passMark: z.number(),
  passed: z.boolean(),
  /** Another try can begin from then on. */
  againFrom: instant,
});
export type QuizResult = z.infer<typeof quizResult>;

const quizTry = tryShape.extend({
  quiz: z.string(),
  title: z.string(),
  /** What was answered so far, with reasons, in the order of asking. */
  items: z.array(answeredItem),
  result: quizResult.nullable(),
});
export type QuizTry = z.infer<typeof quizTry>;

export const quizKinds = ["track", "refresher", "five-minutes"] as const;

const quizCard = z.object({
  /** `t1`, `t1-refresher`, `t1-month-2` */
  id: z.string(),
  kind: z.enum(quizKinds),
  track: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  /** Questions in a try. */
  questions: z.number().int(),
  passMark: z.number(),
  /** False: the bank has too few questions for it. */
  ready: z.boolean(),
  /** A try that was begun and can be gone on with. */
  open: z.object({ answered: z.number().int(), of: z.number().int() }).nullable(),
  last: z.object({ at: instant, score: z.number(), passed: z.boolean() }).nullable(),
  /** Null: now. Between tries lie ten minutes, so that answers are learnt and not tried out. */
  nextFrom: instant.nullable(),
});
export type QuizCard = z.infer<typeof quizCard>;

export const itemFlags = ["too-hard", "too-easy", "misleads"] as const;

const itemStatistic = z.object({
  item: z.string(),
  topic: z.string(),
  competency: z.string(),
  level: itemLevel,
  form: z.string(),
  /** Of the content that is asked now. */
  version: z.string(),
  /** First answers of people to it; the newest three hundred count. */
  answers: z.number().int(),
  /** The share who had it right; null under 20 answers. */
  facility: z.number().nullable(),
  /** Correlation of having it right with the rest of the try, -1 to 1; null where that says nothing. */
  discrimination: z.number().nullable(),
  flags: z.array(z.enum(itemFlags)),
});
export type ItemStatistic = z.infer<typeof itemStatistic>;

const quizParam = z.object({ quiz: z.string().min(1).max(100) });

export const quizOperations = {
  "GET /api/quizzes": operation({
    summary: "List the quizzes with one's own last result",
    access: "learning:own",
    answer: z.object({ quizzes: z.array(quizCard) }),
  }),
  "GET /api/quizzes/{quiz}": operation({
    summary: "Show a quiz and one's own last result",
    access: "learning:own",
    params: quizParam,
    answer: quizCard,
    problems: ["not-found"],
  }),
  "POST /api/quizzes/{quiz}/tries": operation({
    summary: "Begin a try, or go on with the one that is open",
    access: "learning:own",
    params: quizParam,
    answer: quizTry,
    problems: ["not-found", "too-soon", "bank-too-small"],
  }),
  "GET /api/quiz-tries/{try}": operation({
    summary: "Show one's own try: what was answered, the next question, the result",
    access: "learning:own",
    params: tryParam,
    answer: quizTry,
    problems: ["not-found"],
  }),
  "POST /api/quiz-tries/{try}/answers": operation({
    summary: "Answer the next question; its reasons come back once the answer is kept",
    access: "learning:own",
    ownTransaction: true,
    params: tryParam,
    body: z.strictObject(itemAnswer),
    answer: z.object({
      item: answeredItem,
      next: quizTry.shape.next,
      result: quizResult.nullable(),
    }),
    problems: ["not-found", "already-answered", "answer-not-fitting"],
  }),
  "GET /api/items": operation({
    summary: "List the questions of the bank with what their answers say about them",
    access: "items:read",
    answer: z.object({
      items: z.array(itemStatistic),
      flagged: z.number().int(),
      /** So many first answers are needed before anything is said. */
      answersMin: z.number().int(),
    }),
  }),
};
