import type { PersonStanding, StandingView } from "@checkride/api/standing";

export type Gate = PersonStanding["gates"][number];

/**
 * Whether a gate says anything about where this person stands: it is open, or they are asked for a
 * certificate that it lacks. Gates for others, or for work that is not theirs, do not count against them.
 */
export const concerns = (gate: Gate, standings: readonly StandingView[]): boolean => {
  if (gate.outcome === "allow") return true;
  if (gate.reasons.some((reason) => reason.code === "not-invited")) return false;
  const asked = new Set(standings.filter((one) => one.required).map((one) => one.certificate));
  return gate.reasons.some(
    ({ code, certificate }) =>
      code === "inactive" || (code === "lacks" && certificate !== null && asked.has(certificate)),
  );
};

export const isOpen = (gate: Gate): boolean => gate.outcome === "allow";
/** Denied in earnest: in the modes observe and warn the gate only says so. */
export const isClosed = (gate: Gate): boolean => gate.outcome === "deny" && gate.enforced;
export const onlyWarns = (gate: Gate): boolean => gate.outcome === "deny" && !gate.enforced;

/** Beyond its validity and within grace: it opens gates for a last while. */
export const isInGrace = (standing: StandingView, now: string): boolean =>
  standing.holds &&
  standing.validUntil !== null &&
  Date.parse(standing.validUntil) <= Date.parse(now);

/** The day that matters to the person; null: it has no end. */
export const endOf = (standing: StandingView, now: string): string | null =>
  isInGrace(standing, now) ? standing.holdsUntil : (standing.validUntil ?? standing.holdsUntil);

export const earliest = (moments: readonly (string | null)[]): string | null =>
  moments
    .filter((moment) => moment !== null)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;

/** Until when open gates stay open, grace included: the first end among the certificates that open them. */
export const opensUntil = (
  gates: readonly Gate[],
  standings: readonly StandingView[],
): string | null => {
  const opening = new Set(gates.flatMap((gate) => gate.reasons.map((one) => one.certificate)));
  return earliest(
    standings
      .filter((one) => opening.has(one.certificate))
      .map((one) => one.holdsUntil ?? one.validUntil),
  );
};

/** What wants attention first: lapsed, overdue, due, then what has the nearest date. */
const urgency = (standing: StandingView): number => {
  if (!standing.required) return 9;
  if (standing.state === "lapsed") return 0;
  if (standing.overdue) return 1;
  if (standing.state === "due") return 2;
  if (standing.state === "underway") return 3;
  if (standing.state === "none") return 4;
  return 5;
};

const dateOf = (standing: StandingView): number => {
  const at = standing.holds ? standing.validUntil : standing.dueBy;
  return at === null ? Number.POSITIVE_INFINITY : Date.parse(at);
};

const order = (a: number, b: number): number => (a === b ? 0 : a - b);

export const byUrgency = (standings: readonly StandingView[]): readonly StandingView[] =>
  standings.toSorted(
    (a, b) =>
      order(urgency(a), urgency(b)) ||
      order(dateOf(a), dateOf(b)) ||
      a.title.localeCompare(b.title),
  );
