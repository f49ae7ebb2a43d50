import { z } from "zod";
import { gateParam } from "./gates.ts";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

const whom = z.object({ id: uuid, name: z.string() });

export const openingStates = ["asked", "open", "ended"] as const;

export const openingView = z.object({
  id: uuid,
  gate: z.string(),
  state: z.enum(openingStates),
  person: whom,
  reason: z.string(),
  minutes: z.number().int(),
  askedBy: whom,
  askedAt: instant,
  /** An ask that nobody approves ends by itself. */
  approveBy: instant,
  approvedBy: whom.nullable(),
  approvedAt: instant.nullable(),
  endsAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedBy: whom.nullable(),
  endedWhy: z.enum(["time", "by-hand", "not-approved"]).nullable(),
});
export type OpeningView = z.infer<typeof openingView>;

const openingParam = gateParam.extend({ opening: uuid });

export const openingOperations = {
  "GET /api/gate-openings": operation({
    summary: "List gates that are, were or are asked to be opened by hand, newest first",
    access: "openings:read",
    query: z.object({ ...pageQuery, state: z.enum(openingStates).optional() }),
    answer: pageOf(openingView),
    problems: ["bad-cursor"],
  }),
  "POST /api/gates/{gate}/openings": operation({
    summary: "Ask that a gate be opened by hand for a person, in an emergency",
    access: "openings:ask",
    repeatable: true,
    params: gateParam,
    body: z.strictObject({
      person: uuid,
      reason: z.string().trim().min(10, "at least ten letters that say why").max(500),
      hours: z.number().min(0.25).max(72),
    }),
    answer: openingView,
    problems: ["not-found", "no-break-glass", "already-asked"],
  }),
  "POST /api/gates/{gate}/openings/{opening}/approval": operation({
    summary: "Approve that a gate is opened by hand; it opens at once and ends by itself",
    access: "openings:approve",
    params: openingParam,
    answer: openingView,
    problems: ["not-found", "no-break-glass", "own-opening", "opening-closed"],
  }),
  "POST /api/gates/{gate}/openings/{opening}/end": operation({
    summary: "Close a gate that was opened by hand, or take the ask back",
    access: "openings:ask",
    params: openingParam,
    answer: openingView,
    problems: ["not-found", "opening-closed"],
  }),
};
