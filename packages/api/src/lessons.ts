import type { StepKind } from "@checkride/rules/lesson";
import { z } from "zod";
import { id, named, progressStates, source } from "./curriculum.ts";
import { answerBody, prose, rich, shownExercise } from "./exercises.ts";
import { givenAnswer } from "./given-answers.ts";
import { operation } from "./operation.ts";
import { instant } from "./shared-shapes.ts";

const linked = named.extend({ says: z.string().nullable() });

const stepPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("prose"), prose }),
  z.object({ kind: z.literal("exercise"), exercise: shownExercise }),
  z.object({
    kind: z.literal("lab"),
    lab: linked.extend({ minutes: z.number().int(), installed: z.boolean() }),
  }),
  z.object({ kind: z.literal("case"), case: linked }),
  z.object({ kind: z.literal("document"), document: linked }),
  /** Questions drawn for this person; `POST …/draws` draws other ones. */
  z.object({ kind: z.literal("draw"), exercises: z.array(shownExercise) }),
]);
export type LessonPart = z.infer<typeof stepPart>;

const step = z.object({
  id: z.string(),
  kind: z.custom<StepKind>(),
  title: z.string(),
  minutes: z.number().int(),
  parts: z.array(stepPart),
});
export type LessonStep = z.infer<typeof step>;

const progress = z.object({
  state: z.enum(progressStates),
  /** Ids of the steps that were seen. */
  seen: z.array(z.string()),
  /** The step at which I was last. */
  at: z.string().nullable(),
  finishedAt: instant.nullable(),
  /** It was finished in an earlier version of its text. */
  changedSince: z.boolean(),
  exercises: z.object({ answered: z.number().int(), of: z.number().int() }),
  /** Seconds in which the page was visible, and in which something was done on it. */
  visibleSeconds: z.number().int(),
  activeSeconds: z.number().int(),
});
export type LessonProgress = z.infer<typeof progress>;

const neighbour = named.extend({ module: named, minutes: z.number().int() });

const lessonView = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  claim: z.string(),
  module: named,
  threats: z.array(z.string()),
  competencies: z.array(z.string()),
  owner: z.string(),
  reviewed: z.string(),
  reviewBy: z.string(),
  sources: z.array(source),
  steps: z.array(step),
  /** The words of the glossary that the text links to. */
  terms: z.array(z.object({ id: z.string(), term: z.string(), says: rich })),
  /** At the last lesson of a module: one thing to do in the own repository today. */
  today: z.string().nullable(),
  previous: neighbour.nullable(),
  next: neighbour.nullable(),
  progress,
  answers: z.array(givenAnswer),
});
export type LessonView = z.infer<typeof lessonView>;

const seconds = z.number().int().min(0).max(86_400);

export const lessonOperations = {
  "GET /api/lessons/{lesson}": operation({
    summary: "Show a lesson as it is to be done: text, exercises without their keys, own progress",
    access: "learning:own",
    params: z.object({ lesson: id }),
    answer: lessonView,
    problems: ["not-found"],
  }),
  "POST /api/lessons/{lesson}/answers": operation({
    summary: "Answer an exercise and get what it earned, with the reasons",
    access: "learning:own",
    ownTransaction: true,
    params: z.object({ lesson: id }),
    body: z.strictObject({ exercise: id, answer: answerBody }),
    answer: z.object({ answer: givenAnswer, progress }),
    problems: ["not-found", "answer-not-fitting", "too-many-tries", "range-away"],
  }),
  "POST /api/lessons/{lesson}/progress": operation({
    summary: "Keep which steps were seen, where one is, and the time since the last such report",
    access: "learning:own",
    params: z.object({ lesson: id }),
    body: z.strictObject({
      seen: z.array(id).max(100).default([]),
      at: id.optional(),
      /** Since the last report; never counted beyond the time that has really passed. */
      visibleSeconds: seconds.default(0),
      activeSeconds: seconds.default(0),
    }),
    answer: progress,
    problems: ["not-found"],
  }),
  "POST /api/lessons/{lesson}/draws": operation({
    summary: "Draw other questions, once those drawn before are answered",
    access: "learning:own",
    params: z.object({ lesson: id }),
    answer: z.object({ exercises: z.array(shownExercise), progress }),
    problems: ["not-found", "conflict"],
  }),
};
