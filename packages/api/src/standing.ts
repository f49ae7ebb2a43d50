import { standingStates } from "@checkride/rules/standing";
import { z } from "zod";
import { decisionView, remedy } from "./gates.ts";
import { operation } from "./operation.ts";
import { personCard } from "./people.ts";
import { instant, uuid } from "./shared-shapes.ts";

export const standingView = z.object({
  certificate: z.string(),
  title: z.string(),
  state: z.enum(standingStates),
  required: z.boolean(),
  /** Why it is asked of this person, in the policy's words. */
  whyYou: z.array(z.string()),
  holds: z.boolean(),
  validUntil: instant.nullable(),
  holdsUntil: instant.nullable(),
  dueBy: instant.nullable(),
  overdue: z.boolean(),
  progress: z.object({ done: z.number().int(), of: z.number().int() }),
  because: z.array(
    z.object({
      code: z.string(),
      says: z.string(),
      ask: z.string().nullable(),
      evidence: z.array(uuid),
      until: instant.nullable(),
    }),
  ),
  remedy: z.array(remedy),
  changesAt: instant.nullable(),
});
export type StandingView = z.infer<typeof standingView>;

const personStanding = z.object({
  person: personCard,
  at: instant,
  policy: z.object({ version: z.number().int(), appliedAt: instant }).nullable(),
  standings: z.array(standingView),
  gates: z.array(decisionView.extend({ title: z.string() })),
});
export type PersonStanding = z.infer<typeof personStanding>;

export const standingOperations = {
  "GET /api/standing": operation({
    summary: "Show one's own standing and which gates are open",
    access: "standing:own",
    answer: personStanding,
  }),
  "GET /api/people/{person}/standing": operation({
    summary: "Show a person's standing with its reasons, now or as of a past moment",
    access: "people:read",
    masked: true,
    params: z.object({ person: uuid }),
    query: z.object({ at: instant.optional() }),
    answer: personStanding,
    problems: ["bad-input"],
  }),
};
