import type { Ask, CertificateRule, ReopenRule } from "./policy.ts";
import type { PolicyFault, PolicyPath } from "./policy-fault.ts";
import { error, warning } from "./policy-fault.ts";
import { parseInstant } from "./time.ts";
import { walkAsks, walkCertificate } from "./walk-policy.ts";

export const longestValidityMonths = 24;
const longestGraceDays = 90;
const daysOfAMonth = 30;

/** What one certificate asks for can be met, lasts, and means something. */
export const checkCertificate = (id: string, rule: CertificateRule): PolicyFault[] => {
  const path = ["certificates", id];
  return [
    ...checkLengths(rule, path),
    ...checkAsked(rule, path),
    ...walkCertificate(id, rule).flatMap(({ value, path: at }) => checkAskValues(value, at)),
    ...checkDuplicates(rule.asks, [...path, "asks"]),
    ...checkDuplicates(rule.refreshAsks, [...path, "refreshAsks"]),
    ...rule.reopen.flatMap((reopen, index) =>
      checkReopen(reopen, rule, [...path, "reopen", index]),
    ),
  ];
};

const checkLengths = (rule: CertificateRule, path: PolicyPath): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  const { validMonths, refreshMonths, noticeDays, graceDays, firstDueDays } = rule;
  const refuse = (key: string, says: string, meant: string | null = null): void => {
    faults.push(error([...path, key], says, meant));
  };
  if (validMonths > longestValidityMonths) {
    const says = `validity of ${validMonths} months is longer than ${longestValidityMonths} months, the most a certificate may hold`;
    refuse("validMonths", says, `${longestValidityMonths} months`);
  }
  if (validMonths < 1) refuse("validMonths", "validity must be at least 1 month");
  if (refreshMonths < 1) refuse("refreshMonths", "refresh must be at least 1 month");
  if (refreshMonths > validMonths) {
    const says = `refresh of ${refreshMonths} months never comes: validity ends after ${validMonths} months`;
    refuse("refreshMonths", says, `${validMonths} months`);
  }
  if (noticeDays < 0) refuse("noticeDays", "notice cannot be negative");
  if (graceDays < 0) refuse("graceDays", "grace cannot be negative");
  if (noticeDays >= refreshMonths * daysOfAMonth) {
    const says = `notice of ${noticeDays} days is as long as a refresh counts (${refreshMonths} months): the certificate would always be due`;
    refuse("noticeDays", says);
  }
  if (graceDays > longestGraceDays) {
    const says = `grace of ${graceDays} days lets gates stay open long after the end; ${longestGraceDays} days or fewer are usual`;
    faults.push(warning([...path, "graceDays"], says));
  }
  if (firstDueDays !== null && firstDueDays < 0) {
    refuse("firstDueDays", "the first due time cannot be negative");
  }
  return faults;
};

const checkAsked = (rule: CertificateRule, path: PolicyPath): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  if (rule.asks.length === 0) {
    faults.push(error([...path, "asks"], "a certificate must ask for something to be earned"));
  }
  if (rule.for.length === 0) {
    faults.push(warning([...path, "for"], `nobody is asked for \`${rule.title}\``));
  }
  if (rule.requiredFrom !== null && parseInstant(rule.requiredFrom) === null) {
    faults.push(error([...path, "requiredFrom"], notADate(rule.requiredFrom)));
  }
  return faults;
};

const notADate = (text: string): string => `\`${text}\` is not a date such as 2027-01-31`;

const checkAskValues = (ask: Ask, path: PolicyPath): PolicyFault[] => {
  if (ask.kind === "certificate") return [];
  if (ask.kind === "some") return checkSome(ask, path);
  const faults: PolicyFault[] = [];
  if (ask.since !== null && parseInstant(ask.since) === null) {
    faults.push(error([...path, "since"], notADate(ask.since)));
  }
  if (
    ask.kind === "activity" &&
    ask.passMark !== null &&
    !(ask.passMark >= 0 && ask.passMark <= 1)
  ) {
    const says = `a pass mark lies between 0% and 100%, not at ${ask.passMark * 100}%`;
    faults.push(error([...path, "passMark"], says));
  }
  return faults;
};

const checkSome = (ask: Extract<Ask, { kind: "some" }>, path: PolicyPath): PolicyFault[] => {
  const { count, of } = ask;
  const duplicates = checkDuplicates(of, [...path, "of"]);
  if (!Number.isInteger(count) || count < 1) {
    return [...duplicates, error([...path, "count"], "the count must be a whole number from 1")];
  }
  if (count <= of.length) return duplicates;
  const says = `${count} are asked for, but only ${of.length} are listed`;
  return [...duplicates, error([...path, "count"], says, String(of.length))];
};

const checkDuplicates = (asks: readonly Ask[], path: PolicyPath): PolicyFault[] => {
  const seen = new Set<string>();
  return asks.flatMap((ask, index) => {
    const name = nameOf(ask);
    if (name === null) return [];
    const isDuplicate = seen.has(name);
    seen.add(name);
    return isDuplicate ? [error([...path, index], `${name} is asked for twice here`)] : [];
  });
};

const nameOf = (ask: Ask): string | null => {
  switch (ask.kind) {
    case "activity":
      return `\`${ask.activity}\``;
    case "signOff":
      return `the sign-off of \`${ask.document}\``;
    case "certificate":
      return `certificate \`${ask.certificate}\``;
    case "evidence":
    case "some":
      return null;
  }
};

const checkReopen = (
  reopen: ReopenRule,
  rule: CertificateRule,
  path: PolicyPath,
): PolicyFault[] => {
  const faults: PolicyFault[] = [];
  const asked = new Set(
    [...walkAsks(rule.asks, []), ...walkAsks(rule.refreshAsks, [])].flatMap(({ value }) =>
      value.kind === "activity" ? [value.activity] : [],
    ),
  );
  if (reopen.count < 1) faults.push(error([...path, "count"], "the count must be at least 1"));
  if (reopen.withinDays < 1) faults.push(error([...path, "withinDays"], "must be at least 1 day"));
  if (reopen.activities.length === 0) {
    faults.push(error([...path, "activities"], "names no activity to do again"));
  }
  if (reopen.evidence === "activity.passed" || reopen.evidence === "signoff.signed") {
    const says = `\`${reopen.evidence}\` is a pass, and a pass cannot take another one away`;
    faults.push(error([...path, "evidence"], says));
  }
  for (const [index, activity] of reopen.activities.entries()) {
    if (asked.has(activity)) continue;
    const says = `\`${activity}\` is not asked for by this certificate, so nothing is reopened`;
    faults.push(warning([...path, "activities", index], says));
  }
  return faults;
};
