import { createHash } from "node:crypto";
import { decide } from "@checkride/rules/decide";
import type { Decision } from "@checkride/rules/decision";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type AnswerBook, freshMs } from "./answer-book.ts";
import type { GateDeps } from "./deps.ts";
import { lockLastAnswer, writeAnswer } from "./store.ts";

export type GateAnswer = {
  readonly personId: string;
  readonly decision: Decision;
  readonly policyVersion: number;
};

export type GateAsk = {
  readonly gate: string;
  readonly person: string;
  readonly actor: string;
  readonly now: Date;
};

const fingerprintOf = ({ decision, policyVersion }: GateAnswer): string => {
  const { outcome, enforced, reasons } = decision;
  return createHash("sha256")
    .update(JSON.stringify([policyVersion, outcome, enforced, reasons]))
    .digest("base64url");
};

const notThere = () => refuse("not-found", "There is no such gate, or no such person.");

/** The live answer. What changed since the last recorded answer becomes evidence before it is given. */
export const answerGate = async (
  db: Database,
  deps: GateDeps,
  book: AnswerBook,
  ask: GateAsk,
): Promise<Result<GateAnswer, Refusal>> => {
  const known = await deps.readKnown(db, ask.person.toLowerCase(), ask.now);
  if (!known?.inForce || !Object.hasOwn(known.inForce.policy.gates, ask.gate)) return notThere();
  const { person, inForce, standings } = known;
  const decision = decide(inForce.policy, ask.gate, person, standings);
  const answer = { personId: person.id, decision, policyVersion: inForce.version };
  const fingerprint = fingerprintOf(answer);
  if (!book.isRepeat(ask.gate, person.id, fingerprint, ask.now)) {
    const recordedAt = await record(db, book, answer, fingerprint, ask);
    book.remember(ask.gate, person.id, { fingerprint, recordedAt });
  }
  return ok(answer);
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
      policyVersion,
      /** How often the answer before this one was given again. */
      repeatsBefore: (last?.repeats ?? 0) + book.takeRepeats(gate, personId),
    };
    await writeAnswer(tx, gate, personId, { fingerprint, recordedAt: now });
    await appendEvidence(tx, [{ kind: "gate.decided", person: personId, actor, body, at: now }]);
    return now;
  });
