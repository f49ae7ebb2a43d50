import type { Database } from "../../platform/database.ts";
import { repeat } from "../../platform/jobs/repeat.ts";
import type { Log } from "../../platform/log.ts";
import type { Vault } from "../../platform/master-key.ts";
import { makeDeliverer } from "./deliver.ts";
import { handOut } from "./hand-out.ts";
import { makeReachable, type OwnNetworks } from "./reachable.ts";
import { makeSender } from "./send-message.ts";

export type HookOptions = {
  readonly db: Database;
  readonly vault: Vault;
  readonly ownNetworks: OwnNetworks;
  readonly clock: () => Date;
  readonly log: Log;
  readonly jitter: () => number;
  readonly userAgent: string;
  /** Looks for what happened without being recorded for this; true: there may be more. */
  readonly followers: readonly ((db: Database, now: Date) => Promise<boolean>)[];
};

/** What happens is told at most this long after it was stored. */
const pauseMs = 400;

/** Numbers what happened, hands it to webhooks and sends it, until it is stopped. */
export const startHooks = (options: HookOptions) => {
  const { db, ownNetworks, clock, log, userAgent, followers } = options;
  const sender = makeSender({ reachable: makeReachable(ownNetworks), userAgent });
  const deliverer = makeDeliverer({ ...options, sender, onDone: () => sending.wake() });
  const sending = repeat({ name: "webhooks", pauseMs, log, run: deliverer.beginDue });
  const telling = repeat({
    name: "happenings",
    pauseMs,
    log,
    run: async () => {
      let more = false;
      for (const follow of followers) more = (await follow(db, clock())) || more;
      more = (await handOut(db, clock())) || more;
      sending.wake();
      return more;
    },
  });
  return {
    stop: async (limitMs?: number) => {
      await Promise.all([telling.stop(limitMs), sending.stop(limitMs)]);
      // What is under way is sent again by whoever comes next, under the same id.
      sender.close();
    },
  };
};
