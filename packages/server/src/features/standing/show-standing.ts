import type { PersonCard } from "@checkride/api/people";
import type { PersonStanding, StandingView } from "@checkride/api/standing";
import { decide } from "@checkride/rules/decide";
import type { Opening } from "@checkride/rules/decision";
import { standings } from "@checkride/rules/evaluate-standing";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import type { InForce, StandingDeps } from "./deps.ts";
import { readKnown } from "./refresh-standing.ts";
import { isListed, readFactsOf } from "./store.ts";

const standingView = (standing: Standing, policy: Policy): StandingView => ({
  certificate: standing.certificate,
  title: standing.title,
  state: standing.state,
  required: standing.required,
  whyYou: standing.audiences.map((name) => policy.audiences[name]?.because ?? name),
  holds: standing.holds,
  validUntil: standing.validUntil,
  holdsUntil: standing.holdsUntil,
  dueBy: standing.dueBy,
  overdue: standing.overdue,
  progress: { ...standing.progress },
  because: standing.because.map((entry) => ({ ...entry, evidence: [...entry.evidence] })),
  remedy: standing.remedy.map((one) => ({ ...one })),
  changesAt: standing.changesAt,
});

/** Gates that are not meant for this person at all would only be noise. */
const gatesView = (
  policy: Policy,
  person: PersonFacts,
  all: readonly Standing[],
  openings: readonly Opening[],
  at: Date,
): PersonStanding["gates"] =>
  Object.entries(policy.gates).flatMap(([gate, { title }]) => {
    const decision = decide(policy, gate, person, all, at.toISOString(), openings);
    if (decision.reasons.some((reason) => reason.code === "not-invited")) return [];
    return [
      {
        ...decision,
        title,
        reasons: [...decision.reasons],
        evidence: [...decision.evidence],
        remedy: [...decision.remedy],
      },
    ];
  });

const view = (
  card: PersonCard,
  facts: PersonFacts | null,
  inForce: InForce | null,
  all: readonly Standing[],
  openings: readonly Opening[],
  at: Date,
): PersonStanding => ({
  person: card,
  at: at.toISOString(),
  policy: inForce && { version: inForce.version, appliedAt: inForce.appliedAt.toISOString() },
  standings: inForce
    ? all.filter(isListed).map((standing) => standingView(standing, inForce.policy))
    : [],
  gates: inForce && facts ? gatesView(inForce.policy, facts, all, openings, at) : [],
});

export const showStanding = async (
  db: Database,
  deps: StandingDeps,
  personId: string,
  now: Date,
): Promise<PersonStanding | null> => {
  const [card, known, openings] = await Promise.all([
    deps.readPersonCard(db, personId),
    readKnown(db, deps, personId, now),
    deps.readOpenings(db, personId, now),
  ]);
  if (!card || !known) return null;
  return view(card, known.person, known.inForce, known.standings, openings, now);
};

/**
 * As it was: the policy, the person's details and the evidence of that moment. Evidence counts by the time
 * at which it happened, so a fact that was recorded late changes the past that it belongs to.
 */
export const showStandingAsOf = async (
  db: Database,
  deps: StandingDeps,
  personId: string,
  at: Date,
): Promise<PersonStanding | null> => {
  const [card, facts, inForce, openings] = await Promise.all([
    deps.readPersonCard(db, personId),
    deps.personFactsAsOf(db, personId, at),
    deps.policyAsOf(db, at),
    deps.readOpenings(db, personId, at),
  ]);
  if (!card) return null;
  const evidence = facts && inForce ? await readFactsOf(db, personId, at) : [];
  const all = facts && inForce ? standings(inForce.policy, facts, evidence, at.toISOString()) : [];
  return view(card, facts, inForce, all, openings, at);
};
