import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Log } from "../../platform/log.ts";
import type { OffReason } from "../../platform/webhook-tables.ts";
import {
  type Claimed,
  noteFailing,
  noteReached,
  type Outcome,
  type Receiver,
} from "./delivery-store.ts";
import { recordHappenings } from "./record-happening.ts";
import { testType } from "./replay.ts";
import { retryAt } from "./retry-at.ts";
import type { Sent } from "./send-message.ts";
import { turnOff } from "./webhook-store.ts";

export type SettleDeps = {
  readonly db: Database;
  readonly writeOutcome: (outcome: Outcome) => Promise<unknown>;
  readonly log: Log;
  readonly jitter: () => number;
};

type Settled = {
  readonly receiver: Receiver;
  readonly claimed: Claimed;
  readonly sent: Sent;
  readonly at: Date;
};

const hourMs = 3_600_000;
const longestHoldMs = hourMs;
/** The whole schedule of one message takes a little longer. */
const givenUpAfterMs = 72 * hourMs;

const gone = 410;

/** Standard Webhooks 1.0, "Delivery success and failure": 2xx arrived, whatever the text says; all else did not. */
const hasArrived = ({ status }: Sent): boolean => status !== null && status >= 200 && status < 300;

/** Writes down how an attempt went and decides what follows from it; true: it arrived. */
export const settleDelivery = async (deps: SettleDeps, settled: Settled): Promise<boolean> => {
  const { claimed, sent, at, receiver } = settled;
  const { status, ms, says, excerpt } = sent;
  const attempt = { at: at.toISOString(), status, ms, says, excerpt };
  const { id } = claimed;
  if (hasArrived(sent)) {
    await deps.writeOutcome({ id, attempt, state: "delivered", nextAt: null });
    if (receiver.failingSince !== null) await noteReached(deps.db, receiver.id);
    return true;
  }
  const isTest = claimed.type === testType;
  const tries = claimed.tries + 1;
  const wishMs = sent.retryAfterMs;
  const nextAt = isTest ? null : retryAt({ tries, at, wishMs, jitter: deps.jitter() });
  await deps.writeOutcome({ id, attempt, state: nextAt ? "waiting" : "failed", nextAt });
  if (isTest) return false;
  const heldUntil = wishMs ? new Date(at.getTime() + Math.min(wishMs, longestHoldMs)) : null;
  const failingSince = await noteFailing(deps.db, receiver.id, { at, heldUntil });
  if (status === gone) await turnOffFor(deps, receiver, "gone", at);
  else if (at.getTime() - failingSince.getTime() >= givenUpAfterMs) {
    await turnOffFor(deps, receiver, "failing", at);
  }
  return false;
};

/** Owners see it where webhooks are listed, in the ledger, and through any other webhook that asks for it. */
const turnOffFor = async (
  { db, log }: SettleDeps,
  { id }: Receiver,
  because: Exclude<OffReason, "by-hand">,
  at: Date,
): Promise<void> => {
  const isOff = await db.transaction().execute(async (tx) => {
    if (!(await turnOff(tx, id, because, at))) return false;
    const body = { webhook: id, because };
    const fact = { kind: "webhook.turned-off", person: null, actor: null, body, at };
    await appendEvidence(tx, [fact]);
    await recordHappenings(tx, [{ type: "webhook.turned_off", person: null, body, at }]);
    return true;
  });
  if (isOff) log.warn({ webhook: id, because }, "a webhook was turned off");
};
