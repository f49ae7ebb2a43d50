import { z } from "zod";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

/** What is told outside when it happens, each type with what it says. */
export const happeningTypes = {
  "decision.changed": "A gate answers differently for a person than before.",
  "certificate.issued": "A certificate was issued.",
  "certificate.renewed": "A certificate was issued in place of an earlier one.",
  "certificate.revoked": "Somebody revoked a certificate.",
  "certificate.withdrawn": "A certificate ended before its time: what it rests on no longer holds.",
  "gate.mode_changed": "A gate turned to another mode, came or went.",
  "gate.opening.asked": "Somebody asked to open a gate by hand.",
  "gate.opened": "Two people opened a gate for a time.",
  "gate.opening.ended": "A gate that was opened by hand is closed again.",
  "webhook.turned_off": "A webhook failed for days, or its receiver is gone; it was turned off.",
} as const;

export type HappeningType = keyof typeof happeningTypes;

const isHappeningType = (value: string): value is HappeningType =>
  Object.hasOwn(happeningTypes, value);

export const happeningType = z
  .string()
  .refine(isHappeningType, { error: "no such type of happening" });

/** The body of a webhook, as Standard Webhooks 1.0 recommends it. Ids only: no name, no address. */
export const happeningMessage = z.object({
  type: z.string(),
  timestamp: instant,
  data: z.record(z.string(), z.unknown()),
});
export type HappeningMessage = z.infer<typeof happeningMessage>;

export const happeningView = happeningMessage.extend({
  /** The `webhook-id` under which it is delivered. */
  id: uuid,
  /** Its place in the stream: the `id` of a server-sent event. */
  seq: z.number().int(),
});
export type HappeningView = z.infer<typeof happeningView>;

export const happeningOperations = {
  "GET /api/happenings": operation({
    summary: "List what happened in the last 30 days, newest first",
    access: "gates:read",
    query: z.object({ ...pageQuery, type: happeningType.optional() }),
    answer: pageOf(happeningView),
    problems: ["bad-cursor"],
  }),
  "GET /api/happenings/stream": operation({
    summary: "Follow what happens as server-sent events, from a `Last-Event-ID` on",
    access: "gates:read",
    query: z.object({
      /** Begin behind this place, where no `Last-Event-ID` is sent; without either: with what comes next. */
      after: z.coerce.number().int().min(0).optional(),
    }),
    answerType: "text/event-stream",
    problems: ["bad-input"],
  }),
};
