import { criteriaOf, threatsTaught } from "@checkride/rules/certificates/criteria";
import type { Policy } from "@checkride/rules/policy";
import { achievementUrl } from "./certificate-views.ts";
import type { CertificateDeps, Threat } from "./deps.ts";
import type { Issuer } from "./issuer-keys.ts";

export type AskedFor = { readonly certificate: string; readonly policyVersion: number };

/** Whatever somebody writes into an address is a name at most. */
export const ruleOf = ({ certificates }: Policy, name: string) =>
  Object.hasOwn(certificates, name) ? (certificates[name] ?? null) : null;

/** As Open Badges 3.0 describes what is achieved; the same in every credential and on its own page. */
export const achievementOf = (
  { issuer, threatsOf, threat }: Pick<CertificateDeps, "issuer" | "threatsOf" | "threat">,
  policy: Policy,
  of: AskedFor,
) => {
  const rule = ruleOf(policy, of.certificate);
  if (!rule) return null;
  const id = achievementUrl(issuer, of);
  const lines = criteriaOf(rule).map((line) => `- ${line}`);
  return {
    id,
    type: ["Achievement"],
    achievementType: "Certification",
    name: rule.title,
    description: `Earned by practice under version ${of.policyVersion} of “${policy.name}”, for a time, and renewed by showing it again.`,
    criteria: { id, narrative: lines.join("\n") },
    alignment: [
      policyAlignment(issuer, policy, of),
      ...threatsTaught(rule, threatsOf).map((one) => threatAlignment(id, one, threat(one))),
    ],
  };
};

const policyAlignment = (issuer: Issuer, { name }: Policy, of: AskedFor) => ({
  type: ["Alignment"],
  targetName: `${name}, version ${of.policyVersion}`,
  targetCode: String(of.policyVersion),
  targetFramework: name,
  targetUrl: achievementUrl(issuer, of),
});

const threatAlignment = (page: string, id: string, known: Threat | null) => ({
  type: ["Alignment"],
  targetName: known?.name ?? id,
  targetCode: id,
  ...(known ? { targetFramework: known.list } : {}),
  targetUrl: known?.url ?? page,
});
