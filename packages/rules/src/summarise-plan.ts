import type { PersonPlan, PlanEffect } from "./plan.ts";

export type PlanCounts = Readonly<Record<PlanEffect, number>> & {
  /** People who keep it now and lose it at another time than before. */
  readonly otherEnd: number;
  /** People for whom anything here changes. */
  readonly affected: number;
};

export type PlanSummary = {
  readonly people: number;
  /** People for whom anything changes. */
  readonly affected: number;
  readonly certificates: Readonly<Record<string, PlanCounts>>;
  readonly gates: Readonly<Record<string, PlanCounts>>;
  /** People, not changes; those without a team are under the empty name. */
  readonly teams: Readonly<Record<string, PlanCounts>>;
  /** People whom each gate of the new policy keeps out. */
  readonly denied: Readonly<Record<string, number>>;
};

type Change = PersonPlan["certificates"][number] | PersonPlan["gates"][number];

export const emptySummary: PlanSummary = {
  people: 0,
  affected: 0,
  certificates: {},
  gates: {},
  teams: {},
  denied: {},
};

export const summarisePlan = (plans: Iterable<PersonPlan>): PlanSummary => {
  let summary = emptySummary;
  for (const plan of plans) summary = addToSummary(summary, plan);
  return summary;
};

/** One step of the fold, for plans that stream. */
export const addToSummary = (summary: PlanSummary, plan: PersonPlan): PlanSummary => {
  const changes = [...plan.certificates, ...plan.gates];
  const more = plan.denied.map((gate) => [gate, (summary.denied[gate] ?? 0) + 1]);
  const denied = { ...summary.denied, ...Object.fromEntries(more) };
  if (changes.length === 0) return { ...summary, people: summary.people + 1, denied };
  return {
    people: summary.people + 1,
    affected: summary.affected + 1,
    certificates: plan.certificates.reduce(
      (counts, change) => counted(counts, change.certificate, [change]),
      summary.certificates,
    ),
    gates: plan.gates.reduce(
      (counts, change) => counted(counts, change.gate, [change]),
      summary.gates,
    ),
    teams: counted(summary.teams, plan.team ?? "", changes),
    denied,
  };
};

const counted = (
  counts: Readonly<Record<string, PlanCounts>>,
  key: string,
  changes: readonly Change[],
): Readonly<Record<string, PlanCounts>> => {
  const effects = new Set(changes.flatMap((change) => change.effects));
  const endMoves = changes.some(
    ({ effects: own, later }) => later !== null && !own.includes("gains") && !own.includes("loses"),
  );
  const known = Object.hasOwn(counts, key) ? counts[key] : undefined;
  const old = known ?? { gains: 0, loses: 0, asked: 0, released: 0, otherEnd: 0, affected: 0 };
  const by = (effect: PlanEffect): number => (effects.has(effect) ? 1 : 0);
  return {
    ...counts,
    [key]: {
      gains: old.gains + by("gains"),
      loses: old.loses + by("loses"),
      asked: old.asked + by("asked"),
      released: old.released + by("released"),
      otherEnd: old.otherEnd + (endMoves ? 1 : 0),
      affected: old.affected + 1,
    },
  };
};
