import { decide } from "@checkride/rules/decide";
import type { Decision } from "@checkride/rules/decision";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import { swapAllowed, takeAllowed } from "./gate-allowed-store.ts";
import { type NewHappening, recordHappenings } from "./record-happening.ts";

type Refreshed = {
  readonly personId: string;
  readonly person: PersonFacts | null;
  readonly inForce: { readonly version: number; readonly policy: Policy };
  readonly standings: readonly Standing[];
  readonly now: Date;
};

const otherOf = { allow: "deny", deny: "allow" } as const;

const changeOf = (
  { personId, inForce, now }: Refreshed,
  { gate, outcome, mode, enforced, reasons, remedy, changesAt }: Decision,
): NewHappening => ({
  type: "decision.changed",
  person: personId,
  at: now,
  body: {
    gate,
    from: otherOf[outcome],
    to: outcome,
    mode,
    enforced,
    reasons: reasons.map(({ code, certificate }) => ({ code, certificate })),
    remedy: remedy.map(({ kind, ref }) => ({ kind, ref })),
    changesAt,
    policyVersion: inForce.version,
  },
});

/**
 * Tells for which gates the answer is another one than it was told last, in the transaction that stores the standing it
 * rests on. What is opened by hand is told for itself. Of somebody who is new, what is allowed is a change; of
 * somebody who was here before anybody looked, nothing is.
 */
export const followDecisions = async (tx: Database, refreshed: Refreshed): Promise<void> => {
  const { personId, person, inForce, standings, now } = refreshed;
  if (person === null) {
    await followErasure(tx, { personId, now });
    return;
  }
  const answer = (gate: string) =>
    decide(inForce.policy, gate, person, standings, now.toISOString());
  const answers = Object.keys(inForce.policy.gates).toSorted().map(answer);
  const allowed = answers.filter(({ outcome }) => outcome === "allow");
  const open = allowed.map(({ gate }) => gate);
  const before = await swapAllowed(tx, personId, open);
  if (before.isKnown && before.gates === null) return;
  const told = new Set(before.gates);
  const opened = allowed.filter(({ gate }) => !told.has(gate));
  // A gate that the policy no longer has denies, too.
  const closed = [...told].filter((gate) => !open.includes(gate)).map(answer);
  const changes = [...opened, ...closed].map((decision) => changeOf(refreshed, decision));
  await recordHappenings(tx, changes);
};

/** Nothing lets an erased person through any more. */
export const followErasure = async (
  tx: Database,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<void> => {
  const gates = await takeAllowed(tx, personId);
  const body = { from: "allow", to: "deny", reasons: [{ code: "inactive", certificate: null }] };
  await recordHappenings(
    tx,
    gates.map((gate) => ({
      type: "decision.changed" as const,
      person: personId,
      at: now,
      body: { gate, ...body, remedy: [], changesAt: null },
    })),
  );
};
