import { z } from "zod";
import { named } from "./curriculum.ts";
import { labCheckResult, labLikeness } from "./labs.ts";
import { operation } from "./operation.ts";
import { instant, uuid } from "./shared-shapes.ts";

const attemptParam = z.object({ attempt: uuid });

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
      submissionHash: z.string(),
      contentVersion: z.string(),
      engines: z.object({ before: z.string(), again: z.string() }),
      /** The same verdict, check by check and case by case. */
      same: z.boolean(),
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
};
