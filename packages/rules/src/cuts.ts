import type { Facts, TimedFact } from "./facts.ts";
import { meets, textIn } from "./facts.ts";
import type { CertificateRule, ReopenRule } from "./policy.ts";
import { addDays, dateText } from "./time.ts";

/** From this moment on, passes at or before it count no longer for one certificate. */
export type Cut = {
  readonly at: number;
  readonly code: "revoked" | "reopened";
  readonly says: string;
  readonly evidence: readonly string[];
  /** The activities it concerns; null: everything. */
  readonly activities: readonly string[] | null;
};

export const cutsOf = (id: string, rule: CertificateRule, facts: Facts): readonly Cut[] => [
  ...revocationsOf(id, facts),
  ...rule.reopen.flatMap((reopen) => reopeningsBy(reopen, facts)),
];

/** The last cut that concerns an activity, or whatever is not an activity (null). */
export const lastCut = (cuts: readonly Cut[], activity: string | null): Cut | null => {
  let last: Cut | null = null;
  for (const cut of cuts) {
    const concerned =
      cut.activities === null || (activity !== null && cut.activities.includes(activity));
    if (concerned && (last === null || cut.at >= last.at)) last = cut;
  }
  return last;
};

const revocationsOf = (id: string, facts: Facts): Cut[] =>
  (facts.byKind.get("certificate.revoked") ?? [])
    .filter((fact) => textIn(fact, "certificate") === id)
    .map((fact) => {
      const reason = textIn(fact, "reason");
      const because = reason === null ? "" : `: ${reason}`;
      return {
        at: fact.at,
        code: "revoked",
        says: `The certificate was revoked on ${dateText(fact.at)}${because}.`,
        evidence: [fact.id],
        activities: null,
      };
    });

const reopeningsBy = (reopen: ReopenRule, facts: Facts): Cut[] => {
  const matching = (facts.byKind.get(reopen.evidence) ?? []).filter((fact) =>
    meets(fact, reopen.where),
  );
  return matching.flatMap((fact, index) => {
    const first = matching[index - Math.max(1, reopen.count) + 1];
    if (first === undefined || fact.at > addDays(first.at, reopen.withinDays)) return [];
    return [reopening(reopen, fact, matching.slice(matching.indexOf(first), index + 1))];
  });
};

const reopening = (reopen: ReopenRule, last: TimedFact, facts: readonly TimedFact[]): Cut => ({
  at: last.at,
  code: "reopened",
  says: `Reopened on ${dateText(last.at)}: ${reopen.because}.`,
  evidence: facts.map((fact) => fact.id),
  activities: reopen.activities,
});
