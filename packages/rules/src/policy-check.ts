import { checkCertificate } from "./check-certificates.ts";
import { checkGates } from "./check-gates.ts";
import type { KnownThings } from "./check-references.ts";
import { checkReferences } from "./check-references.ts";
import { checkRoles } from "./check-roles.ts";
import type { Exemption, Policy } from "./policy.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error, warning } from "./policy-fault.ts";
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
