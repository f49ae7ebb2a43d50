import { createHash } from "node:crypto";
import { decide } from "@checkride/rules/decide";
import type { Decision } from "@checkride/rules/decision";
import type { GateRule } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type AnswerBook, freshMs } from "./answer-book.ts";
import type { GateDeps, InForce, KnownPerson } from "./deps.ts";
import { lockLastAnswer, writeAnswer } from "./store.ts";

export type GateAnswer = {
  readonly personId: string;
  readonly decision: Decision;
  readonly policyVersion: number;
  readonly rule: GateRule;
};

export type GateAsk = {
  readonly gate: string;
  /** An id, or an e-mail address in small letters. */
  readonly who: string;
  /** Whoever asks; null: a pipeline. */
  readonly actor: string | null;
  readonly now: Date;
};

const fingerprintOf = ({ decision, policyVersion }: GateAnswer): string => {
  const { outcome, enforced, reasons } = decision;
  return createHash("sha256")
    .update(JSON.stringify([policyVersion, outcome, enforced, reasons]))
    .digest("base64url");
};

export const ruleOf = ({ policy }: InForce, gate: string): GateRule | null =>
  (Object.hasOwn(policy.gates, gate) ? policy.gates[gate] : undefined) ?? null;

/** The live answer; null: no such gate or person. What changed since the last recorded one is evidence before it is given. */
export const answerGate = async (
  db: Database,
  deps: GateDeps,
  book: AnswerBook,
  ask: GateAsk,
): Promise<GateAnswer | null> => {
  const known = await deps.readKnown(db, ask.who, ask.now);
  const rule = known?.inForce ? ruleOf(known.inForce, ask.gate) : null;
  if (!known?.inForce || !rule) return null;
  const decision = await decideLive(deps, known, known.inForce, rule, ask);
  const personId = known.person.id;
  const answer = { personId, decision, policyVersion: known.inForce.version, rule };
  const fingerprint = fingerprintOf(answer);
  if (!book.isRepeat(ask.gate, personId, fingerprint, ask.now)) {
    const recordedAt = await record(db, book, answer, fingerprint, ask);
    book.remember(ask.gate, personId, { fingerprint, recordedAt });
  }
  return answer;
};

/** Openings are asked for only where one would help. */
const decideLive = async (
  deps: GateDeps,
  { person, standings }: KnownPerson,
  { policy }: InForce,
  rule: GateRule,
  { gate, now }: GateAsk,
): Promise<Decision> => {
  const at = now.toISOString();
  const decision = decide(policy, gate, person, standings, at);
  if (decision.outcome === "allow" || !rule.breakGlass) return decision;
  const openings = (await deps.readOpenings(person.id)) ?? [];
  return openings.length === 0 ? decision : decide(policy, gate, person, standings, at, openings);
};

const record = (
  db: Database,
  book: AnswerBook,
  answer: GateAnswer,
  fingerprint: string,
  { gate, actor, now }: GateAsk,
): Promise<Date> =>
  db.transaction().execute(async (tx) => {
    const { personId, decision, policyVersion } = answer;
    const last = await lockLastAnswer(tx, gate, personId);
    if (last?.fingerprint === fingerprint && now.getTime() - last.recordedAt.getTime() < freshMs) {
      // Another node, or a question at the same moment, has recorded it: new only to this memory.
      book.countRepeat(gate, personId);
      return last.recordedAt;
    }
    const body = {
      gate,
      outcome: decision.outcome,
      enforced: decision.enforced,
      reasons: decision.reasons.map(({ code, certificate }) => ({ code, certificate })),
      evidence: [...decision.evidence],
      ...(decision.opening === null ? {} : { opening: decision.opening }),
      policyVersion,
      /** How often the answer before this one was given again. */
      repeatsBefore: (last?.repeats ?? 0) + book.takeRepeats(gate, personId),
    };
    await writeAnswer(tx, gate, personId, { fingerprint, recordedAt: now });
    await appendEvidence(tx, [{ kind: "gate.decided", person: personId, actor, body, at: now }]);
    return now;
  });
