import { followDecisions } from "./features/webhooks/follow-decisions.ts";
import { type ModeDeps, makeFollowModes } from "./features/webhooks/follow-modes.ts";
import { makeHappeningHub } from "./features/webhooks/happening-hub.ts";
import type { Parts } from "./wiring.ts";

/** What happens is told outside: to webhooks and to who follows the stream. */
export const wireWebhooks = (
  { vault, handle, log, webhookNetworks = [] }: Parts,
  policyInForce: ModeDeps["policyInForce"],
) => ({
  deps: { vault, ownNetworks: webhookNetworks },
  hub: makeHappeningHub({ db: handle.db, log }),
  followDecisions,
  followModes: makeFollowModes({ policyInForce }),
});
