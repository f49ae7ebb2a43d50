import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

export const feedbackKinds = ["wrong", "unclear", "idea", "broken"] as const;
export const feedbackStates = ["open", "answered", "done"] as const;

const lessonId = z.string().min(1).max(100);

const about = {
  id: uuid,
  lesson: z.string(),
  lessonTitle: z.string(),
  /** Null: the lesson as a whole. */
  step: z.string().nullable(),
  stepTitle: z.string().nullable(),
  kind: z.enum(feedbackKinds),
  text: z.string(),
  givenAt: instant,
  state: z.enum(feedbackStates),
  /** What came of it, in the words of whoever looked into it. */
  note: z.string(),
  answeredAt: instant.nullable(),
};

const myFeedback = z.object(about);
export type MyFeedback = z.infer<typeof myFeedback>;

/** Without who gave it: the answer reaches them all the same. */
const feedbackView = z.object({
  ...about,
  module: z.string(),
  moduleTitle: z.string(),
  /** The role that answers for the module. */
  owner: z.string().nullable(),
  /** Of the lesson that they had before them. */
  version: z.string(),
  /** Another version is in force by now. */
  changedSince: z.boolean(),
});
export type FeedbackView = z.infer<typeof feedbackView>;

export const feedbackOperations = {
  "POST /api/feedback": operation({
    summary: "Say what is wrong or unclear in a lesson, or could be better",
    access: "learning:own",
    repeatable: true,
    body: z.strictObject({
      lesson: lessonId,
      step: z.string().min(1).max(100).nullable().default(null),
      kind: z.enum(feedbackKinds),
      text: z.string().trim().min(1).max(2000),
    }),
    answer: myFeedback,
    problems: ["not-found", "too-many-tries"],
  }),
  "GET /api/feedback/mine": operation({
    summary: "Show what became of one's own feedback, the newest hundred",
    access: "learning:own",
    answer: z.object({ feedback: z.array(myFeedback) }),
  }),
  "GET /api/feedback": operation({
    summary: "List feedback on lessons, the newest first",
    access: "feedback:read",
    query: z.object({
      ...pageQuery,
      module: z.string().max(100).optional(),
      state: z.enum(feedbackStates).optional(),
    }),
    answer: pageOf(feedbackView),
    problems: ["bad-cursor"],
  }),
  "PATCH /api/feedback/{feedback}": operation({
    summary: "Answer feedback: its state and a note that its author sees",
    access: "feedback:answer",
    params: z.object({ feedback: uuid }),
    body: z.strictObject({
      state: z.enum(feedbackStates),
      note: z.string().trim().max(2000).default(""),
    }),
    answer: feedbackView,
    problems: ["not-found"],
  }),
};
