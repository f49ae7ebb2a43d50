import type { Asked } from "@checkride/rules/labs/asked";
import { rubricPointsMax } from "@checkride/rules/labs/rubric";
import { z } from "zod";
import { named } from "./curriculum.ts";
import { labCheckResult, labLikeness } from "./labs.ts";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

const attemptParam = z.object({ attempt: uuid });

const labToReview = z.object({
  attempt: uuid,
  lab: named,
  at: instant,
  /** How often it was handed in before. */
  number: z.number().int(),
});
export type LabToReview = z.infer<typeof labToReview>;

/** Without its author: what was made is judged, not a person. */
const labSubmission = labToReview.extend({
  files: z.array(z.object({ path: z.string(), text: z.string(), start: z.string() })),
  /** What was asked, where answers are what was handed in. */
  asked: z.array(z.custom<Asked>()),
  checks: z.array(labCheckResult),
  /** What is asked of whoever decides, for up to three points each; null: nothing in particular. */
  rubric: z
    .object({
      acceptedFrom: z.number().int(),
      questions: z.array(z.object({ id: z.string(), says: z.string() })),
    })
    .nullable(),
});
export type LabSubmission = z.infer<typeof labSubmission>;

/** Labs as others look at them: auditors, owners, reviewers. */
export const labOversightOperations = {
  "POST /api/lab-attempts/{attempt}/regrade": operation({
    summary: "Grade a stored submission again and compare with the verdict of then",
    access: "evidence:read",
    ownTransaction: true,
    params: attemptParam,
    answer: z.object({
      attempt: uuid,
      lab: named,
      at: instant,
      /** Of the files as they are stored now. */
      submissionHash: z.string(),
      contentVersion: z.string(),
      engines: z.object({ before: z.string(), again: z.string() }),
      /** The same verdict, check by check and case by case. */
      same: z.boolean(),
      /** The ledger has this submission with this verdict; false where its evidence was erased. */
      recorded: z.boolean(),
      before: z.array(labCheckResult),
      again: z.array(labCheckResult),
    }),
    problems: ["not-found", "range-away"],
  }),
  "GET /api/lab-likenesses": operation({
    summary: "List submissions of different people that are the same or nearly: a hint to look",
    access: "labs:look",
    answer: z.object({ likenesses: z.array(labLikeness) }),
  }),
  "GET /api/lab-likenesses/{one}/{other}": operation({
    summary: "Show two submissions that are alike side by side",
    access: "labs:look",
    masked: true,
    params: z.object({ one: uuid, other: uuid }),
    answer: labLikeness.extend({
      files: z.array(
        z.object({ path: z.string(), start: z.string(), one: z.string(), other: z.string() }),
      ),
    }),
    problems: ["not-found"],
  }),
  "GET /api/lab-reviews": operation({
    summary: "List what waits for my acceptance in labs; authors are not named",
    access: "assessments:review",
    answer: z.object({ submissions: z.array(labToReview) }),
  }),
  "GET /api/lab-reviews/{attempt}": operation({
    summary: "Show an attempt that waits for my acceptance",
    access: "assessments:review",
    masked: true,
    params: attemptParam,
    answer: labSubmission,
    problems: ["not-found"],
  }),
  "POST /api/lab-reviews/{attempt}": operation({
    summary: "Accept an attempt, or return it with a comment",
    access: "assessments:review",
    masked: true,
    params: attemptParam,
    body: z.strictObject({
      accepted: z.boolean(),
      comment: z.string().trim().min(20).max(4_000),
      /** By the questions of the rubric, where there is one; then the points decide. */
      points: z
        .record(z.string().max(100), z.number().int().min(0).max(rubricPointsMax))
        .optional(),
    }),
    problems: ["not-found", "own-work", "already-reviewed"],
  }),
};
