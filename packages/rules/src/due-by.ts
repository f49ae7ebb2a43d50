import type { PersonFacts } from "./person.ts";
import type { CertificateRule } from "./policy.ts";
import { addDays, instantOf } from "./time.ts";

/** By when somebody who is asked for it should have earned it for the first time; null: no date. */
export const dueBy = (rule: CertificateRule, person: PersonFacts): number | null => {
  if (rule.firstDueDays === null) return null;
  const started = instantOf(person.startedAt);
  const requiredFrom = rule.requiredFrom === null ? started : instantOf(rule.requiredFrom);
  return addDays(Math.max(started, requiredFrom), rule.firstDueDays);
};
