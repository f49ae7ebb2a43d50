import type { ClearanceView } from "@checkride/api/clearances";
import type { GateAnswerView } from "@checkride/api/gates";
import { ok, type Result } from "@checkride/rules/result";
import { SignJWT } from "jose";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import type { ClearanceDeps, Question } from "./deps.ts";

/** A gate that only observes or warns lets everybody through whom it knows, and says so. */
const letsThrough = ({ outcome, enforced, person }: GateAnswerView): boolean =>
  person !== null && (outcome === "allow" || !enforced);

const closed = (decision: GateAnswerView) => {
  const lacking = decision.reasons.filter(({ code }) => code !== "holds");
  const [next] = decision.links.remedy;
  return refuse("gate-closed", lacking.map(({ says }) => says).join(" "), {
    decision,
    wayOut: next ? `${next.title}: ${next.url}` : `See ${decision.links.standing}`,
  });
};

/** What a clearance says: who may pass, and nothing else about them. */
const claimsOf = (decision: GateAnswerView) => ({
  outcome: "allow",
  mode: decision.mode,
  /** False: let through because the gate does not enforce. */
  earned: decision.outcome === "allow",
  policy: decision.policyVersion,
  offline: { otherwise: decision.offline.otherwise },
});

const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1000);

/** Asks as for a decision; an allow is signed, so that it can be relied upon while nobody answers here. */
export const issueClearance = async (
  db: Database,
  { decide, issuer }: ClearanceDeps,
  question: Question,
): Promise<Result<ClearanceView, Refusal>> => {
  const decided = await decide(db, question);
  if (!decided.ok) return decided;
  const decision = decided.value;
  if (!letsThrough(decision)) return closed(decision);
  const { rs256 } = await issuer.keys(db);
  const { gate, now } = question;
  const clearance = await new SignJWT(claimsOf(decision))
    .setProtectedHeader({ alg: "RS256", typ: "clearance+jwt", kid: rs256.kid })
    .setIssuer(issuer.url)
    .setSubject(decision.person ?? "")
    .setAudience(gate)
    .setIssuedAt(secondsOf(now))
    .setNotBefore(secondsOf(now))
    .setExpirationTime(secondsOf(new Date(decision.until)))
    .setJti(newId(now))
    .sign(rs256.privateKey);
  return ok({ clearance, issuer: issuer.url, decision });
};
