import type { HappeningType } from "@checkride/api/happenings";
import type { WebhookView } from "@checkride/api/webhooks";
import { ok, type Result } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { WebhookDeps } from "./deps.ts";
import { addSecret, placeOf, urlOrRefusal } from "./make-webhook.ts";
import {
  deleteWebhook,
  lockWebhook,
  readWebhook,
  turnOff,
  updateWebhook,
} from "./webhook-store.ts";
import { webhookView } from "./webhook-view.ts";

type Wish = {
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly types?: readonly HappeningType[] | undefined;
  readonly active?: boolean | undefined;
};

export const noSuchWebhook = () => refuse("not-found", "There is nothing here under this address.");

/** As if it had never failed: at another address, or after somebody saw to it. */
const afresh = { failingSince: null, heldUntil: null };

export const changeWebhook = async (
  context: RequestContext,
  deps: WebhookDeps,
  id: string,
  wish: Wish,
): Promise<Result<WebhookView, Refusal>> => {
  const { db, now } = context;
  const before = await lockWebhook(db, id);
  if (!before) return noSuchWebhook();
  const url = wish.url === undefined ? ok(before.url) : urlOrRefusal(wish.url, deps);
  if (!url.ok) return url;
  const types = wish.types === undefined ? before.types : [...new Set(wish.types)];
  const { description = before.description, active = before.active } = wish;
  if (before.active && !active) await turnOff(db, id, "by-hand", now);
  await updateWebhook(db, id, {
    url: url.value,
    description,
    types,
    ...(url.value === before.url ? {} : afresh),
    ...(active && !before.active ? { active, offBecause: null, offAt: null, ...afresh } : {}),
  });
  const body = { webhook: id, to: placeOf(url.value), types, active };
  const actor = actorOf(context).personId;
  await appendEvidence(db, [{ kind: "webhook.changed", person: null, actor, body, at: now }]);
  return ok(webhookView(await readWebhook(db, id), now));
};

export const removeWebhook = async (
  context: RequestContext,
  id: string,
): Promise<Result<undefined, Refusal>> => {
  const { db, now } = context;
  if (!(await deleteWebhook(db, id))) return noSuchWebhook();
  const actor = actorOf(context).personId;
  const body = { webhook: id };
  await appendEvidence(db, [{ kind: "webhook.removed", person: null, actor, body, at: now }]);
  return ok(undefined);
};

const overlapMs = 24 * 3_600_000;

export const rotateSecret = async (
  context: RequestContext,
  deps: WebhookDeps,
  id: string,
): Promise<Result<{ secret: string; previousUntil: string }, Refusal>> => {
  const { db, now } = context;
  if (!(await lockWebhook(db, id))) return noSuchWebhook();
  const previousUntil = new Date(now.getTime() + overlapMs);
  const secret = await addSecret(db, deps, id, { now, previousUntil });
  const actor = actorOf(context).personId;
  const body = { webhook: id, previousUntil: previousUntil.toISOString() };
  await appendEvidence(db, [{ kind: "webhook.rotated", person: null, actor, body, at: now }]);
  return ok({ secret, previousUntil: body.previousUntil });
};
