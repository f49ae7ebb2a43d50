import type { Database } from "../../platform/database.ts";
import { gatherWrites } from "../../platform/gather-writes.ts";
import type { Log } from "../../platform/log.ts";
import type { Vault } from "../../platform/master-key.ts";
import {
  type Claimed,
  claimDue,
  type Outcome,
  type Receiver,
  readReceivers,
  releaseClaims,
  writeOutcomes,
} from "./delivery-store.ts";
import { type Lane, makeLane } from "./lane.ts";
import { messageOf } from "./message.ts";
import type { Sender } from "./send-message.ts";
import { type SettleDeps, settleDelivery } from "./settle-delivery.ts";
import { webhookHeaders } from "./sign-message.ts";

export type DeliverDeps = {
  readonly db: Database;
  readonly vault: Vault;
  readonly sender: Sender;
  readonly clock: () => Date;
  readonly log: Log;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** Somebody's turn is over: there may be something that can be sent now. */
  readonly onDone: () => void;
};

export type Deliverer = {
  /** Begins to send what is due and can be sent; true: it began something. */
  readonly beginDue: () => Promise<boolean>;
  /** Everything that was begun is over. */
  readonly settled: () => Promise<void>;
};

/** So many messages are under way to one receiver at the same time: a slow one holds up itself alone. */
const atOnceEach = 8;
/** One that fails is tried with a single message until something arrives. */
const atOnceFailing = 1;
/** So many are taken ahead for a receiver that does well, so that each message costs no question of its own. */
const aheadEach = 32;

/** After it the process that took a message is taken for dead. */
const leaseMs = 60_000;
/** Nothing is begun that could last longer than its lease. */
const beginWithinMs = leaseMs - 20_000;

type Taken = { readonly claimed: Claimed; readonly receiver: Receiver; readonly at: Date };

const laneFor = (deps: DeliverDeps & SettleDeps): Lane<Taken> => {
  const { db, clock, log } = deps;
  return makeLane<Taken>({
    atOnce: atOnceEach,
    send: ({ receiver, claimed }) =>
      deliverOne(deps, receiver, claimed).catch((error: unknown) => {
        // What could not be written down is sent again when its lease ends.
        log.warn({ err: error }, "a delivery could not be written down");
        return false;
      }),
    // Where the database is away, their leases end by themselves.
    giveBack: (taken) =>
      releaseClaims(
        db,
        taken.map(({ claimed }) => claimed.id),
        clock(),
      ).catch(() => undefined),
    mayBegin: ({ at }) => clock().getTime() - at.getTime() <= beginWithinMs,
    onEmpty: deps.onDone,
  });
};

/** How many more may be taken for it now. */
const freeFor = (lane: Lane<Taken> | undefined, { failingSince }: Receiver): number => {
  const underWay = lane?.underWay() ?? 0;
  if (underWay >= atOnceEach || (lane?.waiting() ?? 0) > 0) return 0;
  return failingSince === null ? aheadEach : Math.max(0, atOnceFailing - underWay);
};

export const makeDeliverer = (options: DeliverDeps): Deliverer => {
  const { db, clock } = options;
  // Outcomes of the same moment are one statement.
  const writeOutcome = gatherWrites<Outcome, true>({
    keyOf: ({ id }) => id,
    write: async (outcomes) => {
      await writeOutcomes(db, outcomes);
      return outcomes.map(() => true as const);
    },
  });
  const deps = { ...options, writeOutcome };
  const lanes = new Map<string, Lane<Taken>>();
  const forgetIdle = (): void => {
    for (const [id, lane] of lanes) if (lane.underWay() === 0) lanes.delete(id);
  };
  return {
    beginDue: async () => {
      const now = clock();
      forgetIdle();
      const receivers = await readReceivers(db, now);
      const free = new Map(receivers.map((one) => [one.id, freeFor(lanes.get(one.id), one)]));
      for (const [id, count] of free) if (count === 0) free.delete(id);
      if (free.size === 0) return false;
      const lostAt = new Date(now.getTime() + leaseMs);
      const claimed = await claimDue(db, free, { now, lostAt });
      for (const receiver of receivers) {
        const own = claimed.filter(({ webhookId }) => webhookId === receiver.id);
        if (own.length === 0) continue;
        const lane = lanes.get(receiver.id) ?? laneFor(deps);
        lanes.set(receiver.id, lane);
        lane.add(own.map((one) => ({ claimed: one, receiver, at: now })));
      }
      return claimed.length > 0;
    },
    settled: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.settled()));
    },
  };
};

/** Whether it arrived. */
const deliverOne = async (
  deps: DeliverDeps & SettleDeps,
  receiver: Receiver,
  claimed: Claimed,
): Promise<boolean> => {
  const { vault, sender, clock } = deps;
  const now = clock();
  const body = JSON.stringify(messageOf(claimed));
  const secrets = claimed.secrets.map((sealed) => vault.open(sealed) ?? failToOpen());
  const headers = webhookHeaders({ id: claimed.happening, at: now, body, secrets });
  const sent = await sender.send({ url: receiver.url, headers, body, now });
  return settleDelivery(deps, { receiver, claimed, sent, at: now });
};

const failToOpen = (): never => {
  throw new Error("the secret of a webhook was sealed with another master key");
};
