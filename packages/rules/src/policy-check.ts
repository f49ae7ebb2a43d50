import { checkCertificate } from "./check-certificates.ts";
import type { KnownThings } from "./check-references.ts";
import { checkReferences } from "./check-references.ts";
import type { Role } from "./person.ts";
import type { Exemption, Policy } from "./policy.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error, warning } from "./policy-fault.ts";
import type { Right } from "./rights.ts";
import { hasRight, rights } from "./rights.ts";
import { addMonths, dateText, instantOf, parseInstant } from "./time.ts";

const longestExemptionMonths = 12;

/** Everything that is wrong with a policy whose shape is right, all at once. */
export const checkPolicy = (policy: Policy, known: KnownThings, now: string): PolicyFault[] => [
  ...checkReferences(policy, known),
  ...Object.entries(policy.certificates).flatMap(([id, rule]) => checkCertificate(id, rule)),
  ...checkGates(policy),
  ...policy.exemptions.flatMap((exemption, index) =>
    checkExemption(exemption, ["exemptions", index], instantOf(now)),
  ),
  ...checkApprovals(policy),
  ...checkContentApprovals(policy),
];

const checkGates = ({ gates }: Policy): PolicyFault[] =>
  Object.entries(gates).flatMap(([id, gate]) => {
    const path = ["gates", id];
    const faults: PolicyFault[] = [];
    if (gate.asks.length === 0) {
      faults.push(warning([...path, "asks"], `gate \`${id}\` asks for nothing and stands open`));
    }
    for (const [index, certificate] of gate.asks.entries()) {
      if (gate.asks.indexOf(certificate) === index) continue;
      const says = `certificate \`${certificate}\` is asked for twice here`;
      faults.push(error([...path, "asks", index], says));
    }
    if (gate.for !== null && gate.for.length === 0) {
      const says = `gate \`${id}\` is for nobody; leave \`for\` out to let everyone with the certificates pass`;
      faults.push(error([...path, "for"], says));
    }
    return faults;
  });

const checkExemption = (exemption: Exemption, path: PolicyPath, now: number): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  for (const key of ["person", "reason", "approver"] as const) {
    if (exemption[key].trim() !== "") continue;
    faults.push(
      error([...path, key], `an exemption needs ${key === "approver" ? "an" : "a"} ${key}`),
    );
  }
  if (exemption.approver !== "" && exemption.approver === exemption.person) {
    faults.push(error([...path, "approver"], "nobody approves an exemption for themselves"));
  }
  return [...faults, ...checkExemptionTimes(exemption, path, now)];
};

const checkExemptionTimes = (
  { from, until }: Exemption,
  path: PolicyPath,
  now: number,
): PolicyFault[] => {
  const end = parseInstant(until);
  const start = from === null ? now : parseInstant(from);
  const notADate = (key: string, text: string): PolicyFault =>
    error([...path, key], `\`${text}\` is not a date such as 2027-01-31`);
  const faults: PolicyFault[] = [];
  if (end === null) faults.push(notADate("until", until));
  if (start === null) faults.push(notADate("from", from ?? ""));
  if (end === null || start === null) return faults;
  if (from !== null && start >= end) {
    return [error([...path, "until"], "the exemption ends before it begins")];
  }
  if (end <= now) return [warning([...path, "until"], `this exemption ended on ${dateText(end)}`)];
  if (end <= addMonths(start, longestExemptionMonths)) return [];
  const says = `an exemption of more than ${longestExemptionMonths} months is a rule; change who is asked instead`;
  return [warning([...path, "until"], says)];
};

/** Named here but without the right, they could never approve, and nothing could come into force any more. */
const checkRoles = (path: PolicyPath, named: readonly Role[], right: Right): PolicyFault[] => {
  const able = rights[right].join(" or ");
  return named.flatMap((role, index) =>
    hasRight([role], right)
      ? []
      : [error([...path, index], `the role \`${role}\` cannot approve; name ${able}`)],
  );
};

const checkApprovals = ({ approvals }: Policy): PolicyFault[] => {
  const { count, roles } = approvals;
  if (!Number.isInteger(count) || count < 0) {
    return [error(["approvals", "count"], "the count must be a whole number from 0")];
  }
  if (count > 0 && roles.length === 0) {
    return [error(["approvals", "roles"], "name at least one role that may approve")];
  }
  return checkRoles(["approvals", "roles"], roles, "policy:approve");
};

const checkContentApprovals = ({ content }: Policy): PolicyFault[] => {
  if (content === undefined) return [];
  if (content.count > 0 && content.roles.length === 0) {
    return [error(["content", "roles"], "name at least one role that may approve")];
  }
  return checkRoles(["content", "roles"], content.roles, "content:approve");
};
