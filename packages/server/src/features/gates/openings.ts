import type { OpeningView } from "@checkride/api/openings";
import type { BreakGlass } from "@checkride/rules/policy";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { ruleOf } from "./answer-gate.ts";
import type { GateDeps, OpeningHappened } from "./deps.ts";
import type { OpeningRecord } from "./opening-store.ts";

const hourMs = 3_600_000;

/** An ask that nobody approves is over. */
export const askedForMs = hourMs;

export const approveBy = ({ askedAt }: Pick<OpeningRecord, "askedAt">): Date =>
  new Date(askedAt.getTime() + askedForMs);

export const stateOf = (opening: OpeningRecord, now: Date): OpeningView["state"] => {
  if (opening.endedAt !== null) return "ended";
  const end = opening.endsAt ?? approveBy(opening);
  if (end <= now) return "ended";
  return opening.endsAt === null ? "asked" : "open";
};

const whom = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? "" };

export const openingView = (opening: OpeningRecord, now: Date): OpeningView => {
  const { id, gate, reason, minutes, endedWhy } = opening;
  const { personId, personName, askedBy, askedByName } = opening;
  return {
    id,
    gate,
    state: stateOf(opening, now),
    person: { id: personId, name: personName },
    reason,
    minutes,
    askedBy: { id: askedBy, name: askedByName },
    askedAt: opening.askedAt.toISOString(),
    approveBy: approveBy(opening).toISOString(),
    approvedBy: whom(opening.approvedBy, opening.approvedByName),
    approvedAt: opening.approvedAt?.toISOString() ?? null,
    endsAt: opening.endsAt?.toISOString() ?? null,
    endedAt: opening.endedAt?.toISOString() ?? null,
    endedBy: whom(opening.endedBy, opening.endedByName),
    endedWhy,
  };
};

/** Who may open this gate together, under the policy in force. */
export const breakGlassOf = async (
  db: Database,
  deps: GateDeps,
  gate: string,
): Promise<Result<BreakGlass, Refusal>> => {
  const inForce = await deps.policyInForce(db);
  const rule = inForce && ruleOf(inForce, gate);
  if (!rule) return refuse("not-found", "There is no such gate.");
  if (rule.breakGlass) return ok(rule.breakGlass);
  return refuse("no-break-glass", `The policy in force lets nobody open ${gate} by hand.`, {
    wayOut: "Whoever writes the policy can name `breakGlass` for this gate.",
  });
};

/** The ledger holds it, and whoever is to hear of it does, in the same transaction. */
export const tellOfOpening = async (
  tx: Database,
  deps: GateDeps,
  happened: OpeningHappened,
): Promise<void> => {
  const { what, opening, actor, at } = happened;
  const { id, gate, personId, reason, minutes, endsAt, endedWhy } = opening;
  const more = {
    asked: { reason, minutes },
    approved: { reason, askedBy: opening.askedBy, until: endsAt?.toISOString() ?? null },
    ended: { why: endedWhy },
  }[what];
  const body = { opening: id, gate, ...more };
  const fact = { kind: `gate.opening-${what}`, person: personId, actor, body, at };
  await appendEvidence(tx, [fact]);
  for (const follow of deps.onOpening) await follow(tx, happened);
};
