import { followDecisions, followErasure } from "./features/webhooks/follow-decisions.ts";
import { type ModeDeps, makeFollowModes } from "./features/webhooks/follow-modes.ts";
import { makeHappeningHub } from "./features/webhooks/happening-hub.ts";
import { makeTellEvidence } from "./features/webhooks/tell-evidence.ts";
import { productVersion } from "./platform/product-version.ts";
import type { Parts } from "./wiring.ts";

/** What happens is told outside: to webhooks and to who follows the stream. */
export const wireWebhooks = (
  { vault, handle, log, webhookNetworks = [] }: Parts,
  policyInForce: ModeDeps["policyInForce"],
) => {
  const deps = { vault, ownNetworks: webhookNetworks };
  const hub = makeHappeningHub({ db: handle.db, log });
  return {
    deps,
    hub,
    endStreams: async () => hub.close(),
    followDecisions,
    followErasure,
    hooks: {
      ...deps,
      followers: [makeTellEvidence(), makeFollowModes({ policyInForce })],
      jitter: Math.random,
      userAgent: `Checkride/${productVersion}`,
    },
  };
};
