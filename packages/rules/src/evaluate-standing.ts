import { becauseOf } from "./because.ts";
import type { AskCoverage, CertificateCoverage, Scene } from "./coverage.ts";
import { coverageOf, sceneOf } from "./coverage.ts";
import { dueBy } from "./due-by.ts";
import type { EvidenceFact } from "./evidence.ts";
import { readFacts } from "./facts.ts";
import { isInAudience } from "./matches.ts";
import { momentsOf } from "./moments.ts";
import type { PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import { remedyFor } from "./remedy.ts";
import { endAt, spanAt } from "./spans.ts";
import type { Because, Standing, StandingState } from "./standing.ts";
import { addDays, addMonths, dateText, instantOf, isoOf, isoOrNull } from "./time.ts";
import { wasEarned } from "./was-earned.ts";

/** Where a person stands toward one certificate of the policy; one that it does not have is a bug. */
export const standing = (
  policy: Policy,
  certificateId: string,
  person: PersonFacts,
  evidence: Iterable<EvidenceFact>,
  now: string,
): Standing => {
  const instant = instantOf(now);
  const scene = sceneOf(policy, person, readFacts(evidence, instant));
  const coverage = coverageOf(scene, certificateId);
  if (coverage === null) throw new RangeError(`the policy has no certificate ${certificateId}`);
  return standingAt(scene, coverage, instant);
};

/** Toward every certificate of the policy, in its order. */
export const standings = (
  policy: Policy,
  person: PersonFacts,
  evidence: Iterable<EvidenceFact>,
  now: string,
): readonly Standing[] => {
  const instant = instantOf(now);
  const scene = sceneOf(policy, person, readFacts(evidence, instant));
  return Object.keys(policy.certificates).flatMap((id) => {
    const coverage = coverageOf(scene, id);
    return coverage === null ? [] : [standingAt(scene, coverage, instant)];
  });
};

type Timeless = Omit<Standing, "changesAt">;

/**
 * `changesAt` is found by trying: every moment at which anything could change is known from the coverage, and
 * the first at which the answer really differs is it. So it is exact by construction.
 */
const standingAt = (scene: Scene, coverage: CertificateCoverage, now: number): Standing => {
  const answer = answerAt(scene, coverage, now);
  const written = JSON.stringify(answer);
  const change = momentsOf(coverage, scene.person)
    .filter((moment) => moment > now)
    .find((moment) => JSON.stringify(answerAt(scene, coverage, moment)) !== written);
  return { ...answer, changesAt: isoOrNull(change ?? null) };
};

const answerAt = (scene: Scene, coverage: CertificateCoverage, now: number): Timeless => {
  const { id, rule } = coverage;
  const { person, policy } = scene;
  const audiences = rule.for.filter((name) => isInAudience(name, person, policy.audiences));
  const required = person.active && audiences.length > 0;
  const held = spanAt(coverage.held, now);
  const wasHeld = held !== null || wasEarned(scene, coverage, now);
  const due = required && !wasHeld ? dueBy(rule, person) : null;
  const state = stateAt(coverage, { now, holds: held !== null, wasHeld });
  return {
    certificate: id,
    title: rule.title,
    state,
    required,
    audiences,
    holds: held !== null,
    validUntil: person.active ? isoOrNull(endAt(coverage.earned, now)) : null,
    holdsUntil: held === null ? null : isoOf(held.to),
    dueBy: isoOrNull(due),
    overdue: due !== null && now >= due,
    progress: progressOf(coverage.asks, now),
    because: [
      ...becauseOfPerson(scene, coverage, required, now),
      ...coverage.asks.map((ask) => becauseOf(ask, coverage.refreshAsks, now)),
    ],
    remedy: state === "current" || !person.active ? [] : remedyFor(coverage, now),
  };
};

type Situation = { readonly now: number; readonly holds: boolean; readonly wasHeld: boolean };

const stateAt = (
  coverage: CertificateCoverage,
  { now, holds, wasHeld }: Situation,
): StandingState => {
  const earned = spanAt(coverage.earned, now);
  if (holds && earned !== null && now < addDays(earned.to, -coverage.rule.noticeDays))
    return "current";
  if (holds && coverage.exemptions.some(({ from, to }) => from <= now && now < to)) return "exempt";
  if (holds) return "due";
  if (wasHeld) return "lapsed";
  return isUnderway(coverage, now) ? "underway" : "none";
};

/** Something counts, or something was tried so recently that it could still count. */
const isUnderway = ({ asks, rule }: CertificateCoverage, now: number): boolean => {
  const tried = (ask: AskCoverage): boolean => {
    if (ask.kind === "certificate") return false;
    if (ask.kind === "some") return ask.of.some(tried);
    return ask.reading.tries.some((at) => now < addMonths(at, rule.validMonths));
  };
  return progressOf(asks, now).done > 0 || asks.some(tried);
};

/** `some` counts as many steps as it asks for, so that six labs are six steps and not one. */
const progressOf = (asks: readonly AskCoverage[], now: number): Standing["progress"] => {
  const steps = asks.map((ask) => {
    if (ask.kind !== "some") return { done: spanAt(ask.spans, now) === null ? 0 : 1, of: 1 };
    const met = ask.of.filter((option) => spanAt(option.spans, now) !== null).length;
    return { done: Math.min(met, ask.count), of: ask.count };
  });
  return {
    done: steps.reduce((sum, step) => sum + step.done, 0),
    of: steps.reduce((sum, step) => sum + step.of, 0),
  };
};

const becauseOfPerson = (
  { person }: Scene,
  { exemptions }: CertificateCoverage,
  required: boolean,
  now: number,
): Because[] => {
  const plain = { ask: null, evidence: [], until: null };
  if (!person.active) return [{ code: "inactive", says: "The account is not active.", ...plain }];
  const inForce = exemptions.find(({ from, to }) => from <= now && now < to);
  const exempt: Because[] =
    inForce === undefined
      ? []
      : [
          {
            code: "exempt",
            says: `Exempt until ${dateText(inForce.to)}: ${inForce.exemption.reason}.`,
            ...plain,
            until: isoOf(inForce.to),
          },
        ];
  const says = "The policy does not ask for this certificate here; it may be held all the same.";
  return required ? exempt : [...exempt, { code: "not-asked", says, ...plain }];
};
