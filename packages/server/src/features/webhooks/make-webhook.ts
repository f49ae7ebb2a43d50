import type { HappeningType } from "@checkride/api/happenings";
import type { WebhookView } from "@checkride/api/webhooks";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import type { WebhookDeps } from "./deps.ts";
import { makeReachable, readReceiverUrl } from "./reachable.ts";
import { newWebhookSecret, secretText } from "./sign-message.ts";
import {
  endNewestSecret,
  insertSecret,
  insertWebhook,
  lockAndCountWebhooks,
  readWebhook,
} from "./webhook-store.ts";
import { webhookView } from "./webhook-view.ts";

const webhooksMax = 50;

type Wish = {
  readonly url: string;
  readonly description: string;
  readonly types: readonly HappeningType[];
};

/** Its path may hold what only the receiver is to know; the ledger keeps the place alone. */
export const placeOf = (url: string): string => new URL(url).origin;

export const urlOrRefusal = (
  url: string,
  { ownNetworks }: WebhookDeps,
): Result<string, Refusal> => {
  const read = readReceiverUrl(url, makeReachable(ownNetworks), ownNetworks.length > 0);
  if (read.ok) return read;
  const faults = [{ in: "body/url", says: read.error }];
  return fail(refuse("bad-input", `body/url: ${read.error}.`, { faults }).error);
};

export const addSecret = async (
  db: Database,
  { vault }: WebhookDeps,
  webhookId: string,
  { now, previousUntil }: { readonly now: Date; readonly previousUntil: Date },
): Promise<string> => {
  const secret = newWebhookSecret();
  await endNewestSecret(db, webhookId, previousUntil);
  const sealed = vault.seal(secret);
  await insertSecret(db, { id: newId(now), webhookId, sealed, madeAt: now, until: null });
  return secretText(secret);
};

export const makeWebhook = async (
  context: RequestContext,
  deps: WebhookDeps,
  wish: Wish,
): Promise<Result<{ webhook: WebhookView; secret: string }, Refusal>> => {
  const { db, now } = context;
  const url = urlOrRefusal(wish.url, deps);
  if (!url.ok) return url;
  if ((await lockAndCountWebhooks(db)) >= webhooksMax) {
    return refuse("conflict", `There are ${webhooksMax} webhooks already.`, {
      wayOut: "Remove one that nobody needs any more.",
    });
  }
  const actor = actorOf(context).personId;
  const id = newId(now);
  const types = [...new Set(wish.types)];
  const { description } = wish;
  const none = { offBecause: null, offAt: null, failingSince: null, heldUntil: null };
  const made = { createdBy: actor, createdAt: now };
  await insertWebhook(db, {
    id,
    url: url.value,
    description,
    types,
    active: true,
    ...none,
    ...made,
  });
  const secret = await addSecret(db, deps, id, { now, previousUntil: now });
  const body = { webhook: id, to: placeOf(url.value), types };
  await appendEvidence(db, [{ kind: "webhook.made", person: null, actor, body, at: now }]);
  return ok({ webhook: webhookView(await readWebhook(db, id), now), secret });
};
