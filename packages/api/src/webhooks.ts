import { z } from "zod";
import { happeningMessage, happeningType } from "./happenings.ts";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

const url = z.url({ protocol: /^https?$/, error: "an https address" }).max(2_000);
const types = z.array(happeningType).min(1).max(50);

export const offReasons = ["by-hand", "gone", "failing"] as const;

export const webhookView = z.object({
  id: uuid,
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  active: z.boolean(),
  /** Why nothing is sent there any more. */
  off: z.object({ because: z.enum(offReasons), at: instant, says: z.string() }).nullable(),
  /** Nothing has reached it since; null: all is well. */
  failingSince: instant.nullable(),
  /** It asked to be left alone until then. */
  heldUntil: instant.nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
  lastDeliveredAt: instant.nullable(),
  /** An earlier secret signs along until then. */
  previousSecretUntil: instant.nullable(),
  createdBy: z.string(),
  createdAt: instant,
});
export type WebhookView = z.infer<typeof webhookView>;

export const deliveryStates = ["waiting", "delivered", "failed", "stopped"] as const;

export const deliveryAttempt = z.object({
  at: instant,
  /** Of the answer; null: there was none. */
  status: z.number().int().nullable(),
  ms: z.number().int(),
  says: z.string(),
  /** The beginning of what it answered, at most 1 KB. */
  excerpt: z.string(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;

export const deliveryView = z.object({
  id: uuid,
  state: z.enum(deliveryStates),
  /** The `webhook-id`, the same at each attempt and in each replay. */
  happening: uuid,
  message: happeningMessage,
  madeAt: instant,
  /** When it is tried (again); null: it is over. */
  nextAt: instant.nullable(),
  /** The latest twenty, oldest first. */
  attempts: z.array(deliveryAttempt),
});
export type DeliveryView = z.infer<typeof deliveryView>;

const webhookParam = z.object({ webhook: uuid });

export const webhookOperations = {
  "GET /api/webhooks": operation({
    summary: "List webhooks with how they do; their secrets are never shown again",
    access: "hooks:read",
    answer: z.object({ webhooks: z.array(webhookView) }),
  }),
  "POST /api/webhooks": operation({
    summary: "Add a webhook; the secret that signs its messages is shown once",
    access: "hooks:write",
    repeatable: true,
    body: z.strictObject({ url, description: z.string().trim().max(200).default(""), types }),
    answer: z.object({ webhook: webhookView, secret: z.string() }),
    problems: ["bad-input", "conflict"],
  }),
  "PATCH /api/webhooks/{webhook}": operation({
    summary: "Change a webhook, or turn it off and on",
    access: "hooks:write",
    masked: true,
    params: webhookParam,
    body: z.strictObject({
      url: url.optional(),
      description: z.string().trim().max(200).optional(),
      types: types.optional(),
      active: z.boolean().optional(),
    }),
    answer: webhookView,
    problems: ["bad-input"],
  }),
  "DELETE /api/webhooks/{webhook}": operation({
    summary: "Remove a webhook with its deliveries",
    access: "hooks:write",
    masked: true,
    params: webhookParam,
  }),
  "POST /api/webhooks/{webhook}/secret-rotations": operation({
    summary: "Make a new secret; the earlier one signs along for 24 hours",
    access: "hooks:write",
    masked: true,
    repeatable: true,
    params: webhookParam,
    answer: z.object({ secret: z.string(), previousUntil: instant }),
  }),
  "POST /api/webhooks/{webhook}/tests": operation({
    summary: "Send a test message; the delivery says how it went",
    access: "hooks:write",
    masked: true,
    params: webhookParam,
    answer: z.object({ delivery: uuid }),
  }),
  "GET /api/webhooks/{webhook}/deliveries": operation({
    summary: "List what was or will be sent to a webhook, newest first; kept for 30 days",
    access: "hooks:read",
    masked: true,
    params: webhookParam,
    query: z.object({ ...pageQuery, state: z.enum(deliveryStates).optional() }),
    answer: pageOf(deliveryView),
    problems: ["bad-cursor"],
  }),
  "POST /api/webhooks/{webhook}/replays": operation({
    summary: "Send again everything that happened since a time, under the same ids",
    access: "hooks:write",
    masked: true,
    params: webhookParam,
    body: z.strictObject({ since: instant }),
    answer: z.object({ deliveries: z.number().int() }),
  }),
  "POST /api/webhook-deliveries/{delivery}/replays": operation({
    summary: "Send one message again, under the same id",
    access: "hooks:write",
    masked: true,
    params: z.object({ delivery: uuid }),
    answer: deliveryView,
  }),
};
