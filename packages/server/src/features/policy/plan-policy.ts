import { setImmediate as breathe } from "node:timers/promises";
import type { PolicyFault, PolicyPlan } from "@checkride/api/policy";
import { type PersonPlan, planPerson } from "@checkride/rules/plan";
import { type GateModes, planModes } from "@checkride/rules/plan-modes";
import type { Policy } from "@checkride/rules/policy";
import { addToSummary, emptySummary, type PlanSummary } from "@checkride/rules/summarise-plan";
import type { Database } from "../../platform/database.ts";
import { withAskedSince } from "./asked-since.ts";
import type { PolicyDeps } from "./deps.ts";
import { readEvidenceOf } from "./evidence-store.ts";
import { namedChanges } from "./named-changes.ts";
import { readInForce } from "./store.ts";

const batchSize = 500;
const namedMax = 500;
const smallTeam = 5;
/** A person takes some milliseconds; no other request is to wait for many of them. */
const peopleABreath = 4;

export type PlanAsk = {
  readonly policy: Policy;
  readonly faults: readonly PolicyFault[];
  readonly withNames: boolean;
  readonly now: Date;
};

type Named = NonNullable<PolicyPlan["named"]>[number];
type Progress = { readonly summary: PlanSummary; readonly named: readonly Named[] };

/** Person after person in batches: it needs no more memory for 100,000 people than for 500. */
export const planPolicy = async (
  db: Database,
  deps: Pick<PolicyDeps, "readPeopleBatch" | "withEditions">,
  ask: PlanAsk,
): Promise<PolicyPlan> => {
  const inForce = await readInForce(db);
  const before = inForce?.resolved ?? null;
  const after = withAskedSince(ask.policy, before, ask.now);
  const [was, is] = [before && deps.withEditions(before), deps.withEditions(after)];
  let progress: Progress = { summary: emptySummary, named: [] };
  for (let last: string | null = null; ; ) {
    const people = await deps.readPeopleBatch(db, last, batchSize);
    const evidence = await readEvidenceOf(
      db,
      people.map(({ facts }) => facts.id),
    );
    for (const [index, { facts, name }] of people.entries()) {
      if (index % peopleABreath === 0) await breathe();
      const subject = { person: facts, evidence: evidence.get(facts.id) ?? [] };
      const plan = planPerson(was, is, subject, ask.now.toISOString());
      progress = add(progress, plan, name, ask);
    }
    last = people.at(-1)?.facts.id ?? null;
    if (people.length < batchSize) break;
  }
  return planView(progress, inForce?.version ?? null, [before, ask.policy], ask);
};

const add = (
  { summary, named }: Progress,
  plan: PersonPlan,
  name: string,
  ask: PlanAsk,
): Progress => {
  const affected = plan.certificates.length + plan.gates.length > 0;
  const one = { person: plan.person, name, team: plan.team };
  return {
    summary: addToSummary(summary, plan),
    named:
      affected && ask.withNames && named.length < namedMax
        ? [...named, { ...one, changes: namedChanges(plan, ask.now.toISOString()) }]
        : named,
  };
};

const planView = (
  { summary, named }: Progress,
  baseVersion: number | null,
  policies: readonly (Policy | null)[],
  ask: PlanAsk,
): PolicyPlan => ({
  baseVersion,
  people: summary.people,
  affected: summary.affected,
  changes: [
    ...Object.entries(summary.certificates).map(([certificate, counts]) => ({
      certificate,
      gate: null,
      title: titleIn(policies, (policy) => policy.certificates[certificate]?.title) ?? certificate,
      ...countsView(counts),
    })),
    ...Object.entries(summary.gates).map(([gate, counts]) => ({
      certificate: null,
      gate,
      title: titleIn(policies, (policy) => policy.gates[gate]?.title) ?? gate,
      ...countsView(counts),
    })),
  ],
  teams: teamsView(summary, ask.withNames),
  modes: planModes(policies[0] ?? null, ask.policy, ask.now.toISOString()).map((change) => ({
    ...change,
    before: modesView(change.before),
    after: modesView(change.after),
    denied: summary.denied[change.gate] ?? 0,
  })),
  named: ask.withNames ? [...named] : null,
  faults: [...ask.faults],
});

const modesView = (modes: GateModes | null) =>
  modes && { mode: modes.mode, turns: [...modes.turns] };

const titleIn = (
  policies: readonly (Policy | null)[],
  read: (policy: Policy) => string | undefined,
): string | undefined =>
  policies
    .toReversed()
    .map((policy) => (policy ? read(policy) : undefined))
    .find((title) => title !== undefined);

type Counts = PlanSummary["gates"][string];

const countsView = (counts: Counts) => ({
  gains: counts.gains,
  loses: counts.loses,
  newlyAsked: counts.asked,
  noLongerAsked: counts.released,
  otherEnd: counts.otherEnd,
});

type TeamView = PolicyPlan["teams"][number];

/** For those who may not see names, a count of fewer than five would be one: such teams are added up. */
const teamsView = (summary: PlanSummary, withNames: boolean): TeamView[] => {
  const views = Object.entries(summary.teams).map(([team, counts]) => ({
    team: team === "" ? null : team,
    affected: counts.affected,
    gains: counts.gains,
    loses: counts.loses,
  }));
  if (withNames) return views;
  const small = views.filter((view) => view.affected < smallTeam || view.team === null);
  const large = views.filter((view) => !small.includes(view));
  if (small.length === 0) return large;
  const sum = (key: "affected" | "gains" | "loses") =>
    small.reduce((total, view) => total + view[key], 0);
  return [
    ...large,
    { team: null, affected: sum("affected"), gains: sum("gains"), loses: sum("loses") },
  ];
};
