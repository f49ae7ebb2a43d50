import type { DeliveryView, WebhookView } from "@checkride/api/webhooks";
import type { OffReason } from "../../platform/webhook-tables.ts";
import type { DeliveryRow } from "./delivery-store.ts";
import { messageOf } from "./message.ts";
import type { WebhookRow } from "./webhook-store.ts";

const whyOff: Readonly<Record<OffReason, string>> = {
  "by-hand": "Turned off by hand.",
  gone: "Its receiver answered 410: it is gone for good.",
  failing: "Nothing had reached it for three days.",
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const webhookView = (row: WebhookRow, now: Date): WebhookView => ({
  id: row.id,
  url: row.url,
  description: row.description,
  types: [...row.types],
  active: row.active,
  off: row.offBecause &&
    row.offAt && {
      because: row.offBecause,
      at: row.offAt.toISOString(),
      says: whyOff[row.offBecause],
    },
  failingSince: iso(row.failingSince),
  heldUntil: row.heldUntil && row.heldUntil > now ? row.heldUntil.toISOString() : null,
  waiting: row.waiting,
  failed: row.failed,
  lastDeliveredAt: row.lastDeliveredAt,
  previousSecretUntil:
    row.previousSecretUntil && row.previousSecretUntil > now
      ? row.previousSecretUntil.toISOString()
      : null,
  createdBy: row.creator,
  createdAt: row.createdAt.toISOString(),
});

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  state: row.state,
  happening: row.happening,
  message: messageOf(row),
  madeAt: row.madeAt.toISOString(),
  nextAt: iso(row.nextAt),
  attempts: [...row.attempts],
});
