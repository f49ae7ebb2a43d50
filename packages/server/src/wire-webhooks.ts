import { makeHappeningHub } from "./features/webhooks/happening-hub.ts";
import type { Parts } from "./wiring.ts";

/** What happens is told outside: to webhooks and to who follows the stream. */
export const wireWebhooks = ({ vault, handle, log, webhookNetworks = [] }: Parts) => ({
  deps: { vault, ownNetworks: webhookNetworks },
  hub: makeHappeningHub({ db: handle.db, log }),
});
