import type { DeliveryView } from "@checkride/api/webhooks";
import { ok, type Result } from "@checkride/rules/result";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import { noSuchWebhook } from "./change-webhook.ts";
import { insertDelivery, readDelivery, replayOne, replaySince } from "./delivery-store.ts";
import { insertHappenings } from "./happening-store.ts";
import { hasWebhook } from "./webhook-store.ts";
import { deliveryView } from "./webhook-view.ts";

export const testType = "webhook.tested";

/** One message to this webhook alone, on the way that every other takes; it may be turned off for that. */
export const testWebhook = async (
  context: RequestContext,
  webhookId: string,
): Promise<Result<{ delivery: string }, Refusal>> => {
  const { db, now } = context;
  if (!(await hasWebhook(db, webhookId))) return noSuchWebhook();
  const happeningId = newId(now);
  const body = JSON.stringify({ webhook: webhookId, askedBy: actorOf(context).personId });
  const test = { id: happeningId, seq: null, at: now, type: testType, person: null, body };
  await insertHappenings(db, [{ ...test, webhookId }]);
  const delivery = newId(now);
  await insertDelivery(db, { id: delivery, webhookId, happeningId, now });
  return ok({ delivery });
};

export const replayDelivery = async (
  { db, now }: RequestContext,
  id: string,
): Promise<Result<DeliveryView, Refusal>> =>
  (await replayOne(db, id, now)) ? ok(deliveryView(await readDelivery(db, id))) : noSuchWebhook();

export const replayEverything = async (
  { db, now }: RequestContext,
  webhook: string,
  since: Date,
): Promise<Result<{ deliveries: number }, Refusal>> =>
  (await hasWebhook(db, webhook))
    ? ok({ deliveries: await replaySince(db, { webhook, since, now }) })
    : noSuchWebhook();
