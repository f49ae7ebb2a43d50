import type { Vault } from "../../platform/master-key.ts";
import type { OwnNetworks } from "./reachable.ts";

/** What the webhooks feature needs of others. */
export type WebhookDeps = {
  readonly vault: Vault;
  readonly ownNetworks: OwnNetworks;
};
