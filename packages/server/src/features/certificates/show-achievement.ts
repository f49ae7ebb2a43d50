import type { AchievementView } from "@checkride/api/certificates";
import { criteriaOf, threatsTaught } from "@checkride/rules/certificates/criteria";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type AskedFor, ruleOf } from "./achievement.ts";
import { issuerName, issuerView } from "./certificate-views.ts";
import type { CertificateDeps } from "./deps.ts";

/** The same as the achievement that credentials name, for people. */
export const showAchievement = async (
  db: Database,
  deps: CertificateDeps,
  { certificate, policyVersion }: AskedFor,
): Promise<Result<AchievementView, Refusal>> => {
  const policy = await deps.policyOf(db, policyVersion);
  const rule = policy && ruleOf(policy, certificate);
  if (!policy || !rule) {
    return refuse("not-found", "No certificate of that name was asked for under that version.");
  }
  const threats = threatsTaught(rule, deps.threatsOf).map((id) => {
    const known = deps.threat(id);
    const { name, list, url } = known ?? { name: id, list: null, url: null };
    return { id, name, list, url };
  });
  return ok({
    title: rule.title,
    issuer: issuerView(deps.issuer, await issuerName(db, deps)),
    policy: { name: policy.name, version: policyVersion },
    criteria: [...criteriaOf(rule)],
    threats,
  });
};
