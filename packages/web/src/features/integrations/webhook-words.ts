import type { HappeningType } from "@checkride/api/happenings";
import type { DeliveryView, WebhookView } from "@checkride/api/webhooks";
import type { PillTone } from "../../design/pill.tsx";

/** What is told outside, for somebody who decides whether a receiver wants to hear it. */
export const typeWords: Readonly<Record<HappeningType, string>> = {
  "decision.changed": "A gate answers differently for a person than before.",
  "certificate.issued": "A certificate was issued.",
  "certificate.renewed": "A certificate was issued in place of an earlier one.",
  "certificate.revoked": "Somebody revoked a certificate.",
  "certificate.withdrawn": "A certificate ended early: what it rests on no longer holds.",
  "gate.mode_changed": "A gate turned to another mode, came or went.",
  "gate.opening.asked": "Somebody asked to open a gate by hand.",
  "gate.opened": "Two people opened a gate for a time.",
  "gate.opening.ended": "A gate that was opened by hand is closed again.",
  "webhook.turned_off": "A webhook was turned off, because nothing reached it for days.",
};

export type Look = { readonly tone: PillTone; readonly glyph: string; readonly word: string };

type State = Pick<WebhookView, "active" | "off" | "failingSince" | "heldUntil" | "lastDeliveredAt">;

export const isFailing = ({ active, failingSince, off }: State): boolean =>
  active ? failingSince !== null : off !== null && off.because !== "by-hand";

/** How it does, in a word. */
export const webhookLook = (webhook: State): Look => {
  if (!webhook.active)
    return isFailing(webhook)
      ? { tone: "lapsed", glyph: "✕", word: "Turned off" }
      : { tone: "none", glyph: "○", word: "Off" };
  if (webhook.failingSince !== null) return { tone: "lapsed", glyph: "▲", word: "Does not arrive" };
  if (webhook.heldUntil !== null) return { tone: "due", glyph: "◔", word: "Asked for a pause" };
  if (webhook.lastDeliveredAt === null)
    return { tone: "none", glyph: "○", word: "Nothing sent yet" };
  return { tone: "current", glyph: "●", word: "Arrives" };
};

export const deliveryLooks: Readonly<Record<DeliveryView["state"], Look>> = {
  waiting: { tone: "due", glyph: "◔", word: "Waiting" },
  delivered: { tone: "current", glyph: "●", word: "Delivered" },
  failed: { tone: "lapsed", glyph: "✕", word: "Failed" },
  stopped: { tone: "none", glyph: "○", word: "Stopped" },
};

/** A receiver's path may be a secret of its own: lists name the place alone. */
export const placeOf = (url: string): string => new URL(url).host;

export const webhookSentence = (webhook: State & Pick<WebhookView, "url">): string => {
  const place = placeOf(webhook.url);
  if (!webhook.active) return `Nothing is sent to ${place}.`;
  if (webhook.failingSince !== null) return `What is sent to ${place} does not arrive.`;
  if (webhook.heldUntil !== null) return `${place} asked for a pause.`;
  if (webhook.lastDeliveredAt === null) return `Nothing has been sent to ${place} yet.`;
  return `What happens is told to ${place}.`;
};

export const attemptsWords = ({ attempts }: Pick<DeliveryView, "attempts">): string => {
  const last = attempts.at(-1);
  if (!last) return "not tried yet";
  const tries = attempts.length === 1 ? "1 try" : `${attempts.length} tries`;
  return `${tries}, ${last.status ?? "no answer"}`;
};
