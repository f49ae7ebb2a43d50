import type { GateAnswerView } from "@checkride/api/gates";
import { ok, type Result } from "@checkride/rules/result";
import { SignJWT } from "jose";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import type { ClearanceDeps } from "./deps.ts";

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

type Asked = { readonly gate: string; readonly now: Date };

/** An allow, signed, so that it can be relied upon while nobody answers here. */
const sign = async (
  db: Database,
  { issuer }: ClearanceDeps,
  decision: GateAnswerView,
  { gate, now }: Asked,
): Promise<string> => {
  const { rs256 } = await issuer.keys(db);
  return new SignJWT(claimsOf(decision))
    .setProtectedHeader({ alg: "RS256", typ: "clearance+jwt", kid: rs256.kid })
    .setIssuer(issuer.url)
    .setSubject(decision.person ?? "")
    .setAudience(gate)
    .setIssuedAt(secondsOf(now))
    .setNotBefore(secondsOf(now))
    .setExpirationTime(secondsOf(new Date(decision.until)))
    .setJti(newId(now))
    .sign(rs256.privateKey);
};

/** What was decided, as a clearance or as the refusal of one. */
export const issueClearance = async <D extends GateAnswerView>(
  db: Database,
  deps: ClearanceDeps,
  decided: Result<D, Refusal>,
  asked: Asked,
): Promise<
  Result<{ readonly clearance: string; readonly issuer: string; readonly decision: D }, Refusal>
> => {
  if (!decided.ok) return decided;
  const decision = decided.value;
  if (!letsThrough(decision)) return closed(decision);
  const clearance = await sign(db, deps, decision, asked);
  return ok({ clearance, issuer: deps.issuer.url, decision });
};
