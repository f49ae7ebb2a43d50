import type { Result } from "@checkride/rules/result";
import type { Right } from "@checkride/rules/rights";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import type { Vault } from "../../platform/master-key.ts";

type Wish = {
  readonly name: string;
  readonly scopes: readonly Right[];
  readonly expiresInDays: number;
};

/** What device logins need of others. */
export type DeviceLoginDeps = {
  readonly vault: Vault;
  /** A token of whoever asks, never with a right that they lack. */
  readonly makeToken: (
    context: RequestContext,
    wish: Wish,
  ) => Promise<Result<{ readonly secret: string }, Refusal>>;
  readonly endToken: (context: RequestContext, id: string) => Promise<Result<undefined, Refusal>>;
  /** Counts on a connection of its own, so that a refused request is counted too. */
  readonly countOne: (
    bucket: string,
    now: Date,
    windowEndsAt: Date,
  ) => Promise<{ readonly count: number; readonly windowEndsAt: Date }>;
};
