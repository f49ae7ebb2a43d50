import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const writtenStates = ["draft", "in-review", "passed", "not-passed"] as const;

const field = z.object({ id: z.string(), title: z.string(), help: z.string() });
const texts = z.record(z.string().max(40), z.string().max(6_000));

/** One of the six points of the rubric; a reviewer gives each 0, 0.5 or 1. */
const rubricPoint = z.object({ id: z.string(), says: z.string() });
const given = z.union([z.literal(0), z.literal(0.5), z.literal(1)]);

const review = z.object({
  /** Reviewers are not named to the author. */
  number: z.number().int(),
  at: instant,
  points: z.number(),
  byPoint: z.record(z.string(), z.number()),
  comment: z.string(),
});

const writtenView = z.object({
  assessment: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  state: z.enum(writtenStates),
  fields: z.array(field),
  rubric: z.array(rubricPoint),
  /** So many of six points, in the mean of the reviews, pass. */
  pointsToPass: z.number(),
  texts: z.record(z.string(), z.string()),
  /** Grows with each save; sent back so that two tabs do not overwrite each other. */
  version: z.number().int(),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  points: z.number().nullable(),
  reviewsNeeded: z.number().int(),
  /** Shown once it is decided. */
  reviews: z.array(review),
});
export type WrittenView = z.infer<typeof writtenView>;

const toReview = z.object({
  id: uuid,
  assessment: z.string(),
  title: z.string(),
  submittedAt: instant,
  reviewed: z.number().int(),
  reviewsNeeded: z.number().int(),
});
export type ToReview = z.infer<typeof toReview>;

const submission = toReview.extend({
  fields: z.array(field),
  rubric: z.array(rubricPoint),
  texts: z.record(z.string(), z.string()),
});
export type Submission = z.infer<typeof submission>;

const written = z.object({ assessment: z.string().min(1).max(100) });
const submissionParam = z.object({ submission: uuid });

/** An assessment in one's own words, judged by people. */
export const writtenOperations = {
  "GET /api/written-assessments/{assessment}": operation({
    summary: "Show what is asked, one's own text, and what reviewers said of it",
    access: "learning:own",
    params: written,
    answer: writtenView,
    problems: ["not-found"],
  }),
  "PUT /api/written-assessments/{assessment}": operation({
    summary: "Save one's draft",
    access: "learning:own",
    params: written,
    body: z.strictObject({ version: z.number().int(), texts }),
    answer: writtenView,
    problems: ["not-found", "conflict", "already-submitted"],
  }),
  "POST /api/written-assessments/{assessment}/submit": operation({
    summary: "Hand one's text in for review; it cannot be changed then",
    access: "learning:own",
    params: written,
    body: z.strictObject({ version: z.number().int() }),
    answer: writtenView,
    problems: ["not-found", "conflict", "already-submitted", "not-complete"],
  }),
  "POST /api/written-assessments/{assessment}/again": operation({
    summary: "Begin a new draft from the text that did not pass",
    access: "learning:own",
    params: written,
    answer: writtenView,
    problems: ["not-found", "conflict"],
  }),
  "GET /api/reviews": operation({
    summary: "List texts that wait for my review; their authors are not named",
    access: "assessments:review",
    answer: z.object({ submissions: z.array(toReview) }),
  }),
  "GET /api/reviews/{submission}": operation({
    summary: "Show a text that waits for my review",
    access: "assessments:review",
    masked: true,
    params: submissionParam,
    answer: submission,
    problems: ["not-found"],
  }),
  "POST /api/reviews/{submission}": operation({
    summary: "Review a text: points and a comment",
    access: "assessments:review",
    masked: true,
    params: submissionParam,
    body: z.strictObject({
      points: z.record(z.string().max(40), given),
      comment: z.string().trim().min(20).max(4_000),
    }),
    answer: z.object({ decided: z.boolean(), reviewsNeeded: z.number().int() }),
    problems: ["not-found", "own-work", "already-reviewed"],
  }),
};
