import { refOf, titleOf } from "./because.ts";
import type { AskCoverage, CertificateCoverage, LeafCoverage, SomeCoverage } from "./coverage.ts";
import { spanAt } from "./spans.ts";
import type { Remedy } from "./standing.ts";
import { addDays, instantOf, isoOf } from "./time.ts";

/** What an activity of unknown length weighs when ways are compared. */
const unknownMinutes = 15;

/**
 * The shortest way to `current`: for each ask that does not reach beyond the notice, either do it again or,
 * where the policy knows a refresh, refresh; whichever takes fewer minutes.
 */
export const remedyFor = (coverage: CertificateCoverage, now: number): readonly Remedy[] => {
  const known = ways.get(coverage) ?? new Map<number, readonly Remedy[]>();
  ways.set(coverage, known);
  const way = known.get(now) ?? shortestWay(coverage, now);
  known.set(now, way);
  return way;
};

/** Certificates that rest on one another ask for the same way at the same moments again and again. */
const ways = new WeakMap<CertificateCoverage, Map<number, readonly Remedy[]>>();

const shortestWay = (coverage: CertificateCoverage, now: number): readonly Remedy[] => {
  const { asks, refreshAsks, rule } = coverage;
  const way = (list: readonly AskCoverage[], refreshed: boolean): Remedy[] =>
    list.flatMap((ask) =>
      wayThrough(ask, { now, beyond: addDays(now, rule.noticeDays), refreshed }),
    );
  const again = withoutDuplicates(way(asks, false));
  if (refreshAsks.length === 0) return again;
  const refresh = withoutDuplicates([...way(refreshAsks, false), ...way(asks, true)]);
  return minutesOf(refresh) < minutesOf(again) ? refresh : again;
};

export const minutesOf = (remedies: readonly Remedy[]): number =>
  remedies.reduce((sum, remedy) => sum + (remedy.minutes ?? unknownMinutes), 0);

export const withoutDuplicates = (remedies: readonly Remedy[]): Remedy[] => {
  const byThing = new Map<string, Remedy>();
  for (const remedy of remedies) {
    const key = `${remedy.kind} ${remedy.ref}`;
    // Of two asks for one thing the later start serves both.
    const known = byThing.get(key);
    if (known === undefined || (remedy.from ?? "") > (known.from ?? "")) byThing.set(key, remedy);
  }
  return [...byThing.values()];
};

type View = {
  readonly now: number;
  /** An ask is no concern if it counts beyond this. */
  readonly beyond: number;
  /** Suppose that the refresh is done: a pass then reaches as far as it can. */
  readonly refreshed: boolean;
};

const wayThrough = (ask: AskCoverage, view: View): Remedy[] => {
  switch (ask.kind) {
    case "leaf":
      return endOf(ask, view) > view.beyond ? [] : [remedyOf(ask, view.now)];
    case "certificate": {
      const end = spanAt(ask.spans, view.now)?.to ?? Number.NEGATIVE_INFINITY;
      return end > view.beyond ? [] : [certificateRemedy(ask.of, view.now)];
    }
    case "some":
      return wayThroughSome(ask, view);
  }
};

const endOf = (leaf: LeafCoverage, { now, refreshed }: View): number => {
  const end = spanAt(leaf.spans, now)?.to ?? Number.NEGATIVE_INFINITY;
  return refreshed ? Math.max(end, ...leaf.passes.map((pass) => pass.atMost)) : end;
};

const wayThroughSome = (some: SomeCoverage, view: View): Remedy[] => {
  const ways = some.of.map((option) => wayThrough(option, view));
  const open = ways.filter((way) => way.length > 0);
  const missing = Math.max(0, some.count - (ways.length - open.length));
  return open
    .toSorted((a, b) => minutesOf(a) - minutesOf(b))
    .slice(0, missing)
    .flat();
};

const remedyOf = ({ ask }: LeafCoverage, now: number): Remedy => {
  const since = ask.since === null ? null : instantOf(ask.since);
  const from = since !== null && since > now ? isoOf(since) : null;
  const common = { ref: refOf(ask), title: titleOf(ask), from };
  switch (ask.kind) {
    case "activity":
      return { kind: "activity", ...common, minutes: ask.minutes };
    case "signOff":
      return { kind: "sign-off", ...common, minutes: null };
    case "evidence":
      return { kind: "evidence", ...common, minutes: null };
  }
};

const certificateRemedy = (of: CertificateCoverage, now: number): Remedy => {
  const way = remedyFor(of, now);
  const minutes = way.length === 0 ? null : minutesOf(way);
  return { kind: "certificate", ref: of.id, title: of.rule.title, minutes, from: null };
};
