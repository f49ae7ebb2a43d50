import type { Database } from "../../platform/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Vault } from "../../platform/master-key.ts";
import { type Claimed, claimDue, type Receiver, readReceivers } from "./delivery-store.ts";
import { messageOf } from "./message.ts";
import type { Sender } from "./send-message.ts";
import { settleDelivery } from "./settle-delivery.ts";
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
const atOnceAll = 128;

/** Longer than an attempt takes; after it the process that sends is taken for dead. */
const leaseMs = 60_000;

export const makeDeliverer = (deps: DeliverDeps): Deliverer => {
  const { db, clock, log, onDone } = deps;
  const underWay = new Map<string, Set<Promise<void>>>();
  const countOf = (webhook: string): number => underWay.get(webhook)?.size ?? 0;
  const all = () => [...underWay.values()].flatMap((set) => [...set]);

  const freeOf = (receivers: readonly Receiver[]): ReadonlyMap<string, number> => {
    let left = atOnceAll - all().length;
    const free = new Map<string, number>();
    for (const { id, failingSince } of receivers) {
      const most = failingSince === null ? atOnceEach : atOnceFailing;
      const share = Math.min(most - countOf(id), left);
      if (share <= 0) continue;
      free.set(id, share);
      left -= share;
    }
    return free;
  };

  const begin = (receiver: Receiver, claimed: Claimed): void => {
    const set = underWay.get(receiver.id) ?? new Set();
    underWay.set(receiver.id, set);
    const done = deliverOne(deps, receiver, claimed)
      // What could not be written down is sent again when its lease ends.
      .catch((error: unknown) => log.warn({ err: error }, "a delivery could not be written down"))
      .then(() => {
        set.delete(done);
        if (set.size === 0) underWay.delete(receiver.id);
        onDone();
      });
    set.add(done);
  };

  return {
    beginDue: async () => {
      const now = clock();
      const receivers = await readReceivers(db, now);
      const free = freeOf(receivers);
      if (free.size === 0) return false;
      const lostAt = new Date(now.getTime() + leaseMs);
      const claimed = await claimDue(db, free, { now, lostAt });
      const byId = new Map(receivers.map((receiver) => [receiver.id, receiver]));
      for (const one of claimed) {
        const receiver = byId.get(one.webhookId);
        if (receiver) begin(receiver, one);
      }
      return claimed.length > 0;
    },
    settled: async () => {
      await Promise.all(all());
    },
  };
};

const deliverOne = async (deps: DeliverDeps, receiver: Receiver, claimed: Claimed) => {
  const { vault, sender, clock } = deps;
  const now = clock();
  const body = JSON.stringify(messageOf(claimed));
  const secrets = claimed.secrets.map((sealed) => vault.open(sealed) ?? failToOpen());
  const headers = webhookHeaders({ id: claimed.happening, at: now, body, secrets });
  const sent = await sender.send({ url: receiver.url, headers, body, now });
  await settleDelivery(deps, { receiver, claimed, sent, at: now });
};

const failToOpen = (): never => {
  throw new Error("the secret of a webhook was sealed with another master key");
};
