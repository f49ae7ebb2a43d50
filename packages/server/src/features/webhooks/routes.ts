import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { changeWebhook, noSuchWebhook, removeWebhook, rotateSecret } from "./change-webhook.ts";
import { listDeliveries } from "./delivery-store.ts";
import type { WebhookDeps } from "./deps.ts";
import { makeWebhook } from "./make-webhook.ts";
import { replayDelivery, replayEverything, testWebhook } from "./replay.ts";
import { hasWebhook, listWebhooks } from "./webhook-store.ts";
import { deliveryView, webhookView } from "./webhook-view.ts";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const webhookRoutes = (deps: WebhookDeps): readonly Route[] => [
  route("GET /api/webhooks", async ({ db, now }) =>
    ok({ webhooks: (await listWebhooks(db)).map((row) => webhookView(row, now)) }),
  ),
  route("POST /api/webhooks", (context, { body }) => makeWebhook(context, deps, body)),
  route("PATCH /api/webhooks/{webhook}", (context, { params, body }) =>
    changeWebhook(context, deps, params.webhook, body),
  ),
  route("DELETE /api/webhooks/{webhook}", (context, { params }) =>
    removeWebhook(context, params.webhook),
  ),
  route("POST /api/webhooks/{webhook}/secret-rotations", (context, { params }) =>
    rotateSecret(context, deps, params.webhook),
  ),
  route("POST /api/webhooks/{webhook}/tests", (context, { params }) =>
    testWebhook(context, params.webhook),
  ),
  route("GET /api/webhooks/{webhook}/deliveries", async ({ db }, { params, query }) => {
    const { webhook } = params;
    const { cursor = null, limit, state = null } = query;
    if (cursor !== null && !uuidPattern.test(cursor)) {
      return refuse("bad-cursor", "This page marker was not given out by this list.", {
        wayOut: "Begin with the first page again.",
      });
    }
    if (!(await hasWebhook(db, webhook))) return noSuchWebhook();
    const rows = await listDeliveries(db, { webhook, before: cursor, state, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return ok({
      items: shown.map(deliveryView),
      nextCursor: rows.length > limit && last ? last.happening : null,
    });
  }),
  route("POST /api/webhooks/{webhook}/replays", (context, { params, body }) =>
    replayEverything(context, params.webhook, new Date(body.since)),
  ),
  route("POST /api/webhook-deliveries/{delivery}/replays", (context, { params }) =>
    replayDelivery(context, params.delivery),
  ),
];
