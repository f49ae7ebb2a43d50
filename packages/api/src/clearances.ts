import { z } from "zod";
import { forgeOperations } from "./forges.ts";
import { gateAnswer, gateOperations, gateParam } from "./gates.ts";
import { operation } from "./operation.ts";

const clearance = z.object({
  /** A JWT (`clearance+jwt`, RS256) that anybody checks with the published keys, without asking here. */
  clearance: z.string(),
  /** Whom it names as its issuer. */
  issuer: z.url(),
  decision: gateAnswer,
});
export type ClearanceView = z.infer<typeof clearance>;

const pipeline = forgeOperations["POST /api/gates/{gate}/ci-decisions"];

export const clearanceOperations = {
  "POST /api/gates/{gate}/clearances": operation({
    summary:
      "Ask as for a decision, and get an allow as a short-lived signed token to check offline",
    access: "gates:decide",
    masked: true,
    ownTransaction: true,
    params: gateParam,
    body: gateOperations["POST /api/gates/{gate}/decisions"].body,
    answer: clearance,
    problems: ["gate-closed", "not-found"],
  }),
  "POST /api/me/gates/{gate}/clearances": operation({
    summary: "Ask for a clearance for oneself",
    access: "standing:own",
    ownTransaction: true,
    params: gateParam,
    answer: clearance,
    problems: ["gate-closed", "not-found"],
  }),
  "POST /api/gates/{gate}/ci-clearances": operation({
    summary: "Ask for a clearance from a pipeline, with the token that its forge has issued to it",
    access: "public",
    ownTransaction: true,
    params: gateParam,
    body: pipeline.body,
    answer: clearance.extend({ decision: pipeline.answer }),
    problems: ["gate-closed", ...pipeline.problems],
  }),
};
