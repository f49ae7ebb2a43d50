import type { Cut } from "./cuts.ts";
import { lastCut } from "./cuts.ts";
import type { Facts, TimedFact } from "./facts.ts";
import { aboutActivity, meets, numberIn, textIn } from "./facts.ts";
import type { Ask, Edition } from "./policy.ts";
import { instantOf } from "./time.ts";

/** The asks that evidence answers directly. */
export type LeafAsk = Extract<Ask, { kind: "activity" | "signOff" | "evidence" }>;

export type Pass = {
  readonly at: number;
  readonly id: string;
  readonly score: number | null;
  /** What was signed has a newer version. */
  readonly replaced: Replaced | null;
};

/** `at`: when the first newer version came into force. `by`: the newest. */
export type Replaced = { readonly signed: number; readonly by: number; readonly at: number };

/** What the evidence says about one ask: the passes that count, and why others do not. */
export type Reading = {
  readonly passes: readonly Pass[];
  readonly lost: { readonly pass: Pass; readonly cut: Cut } | null;
  readonly tooEarly: Pass | null;
  readonly belowMark: { readonly best: number | null; readonly evidence: string } | null;
  readonly olderVersion: { readonly version: number | null; readonly evidence: string } | null;
  /** When it was started, tried or passed: shows that somebody is at it. */
  readonly tries: readonly number[];
};

export const readAsk = (ask: LeafAsk, facts: Facts, cuts: readonly Cut[]): Reading => {
  const found = findFacts(ask, facts);
  const since = ask.since === null ? null : instantOf(ask.since);
  const cut = lastCut(cuts, ask.kind === "activity" ? ask.activity : null);
  const inTime = found.good.filter((pass) => since === null || pass.at >= since);
  const lost = cut === null ? undefined : inTime.findLast((pass) => pass.at <= cut.at);
  return {
    ...found,
    passes: inTime.filter((pass) => cut === null || pass.at > cut.at),
    lost: lost === undefined || cut === null ? null : { pass: lost, cut },
    tooEarly: found.good.findLast((pass) => since !== null && pass.at < since) ?? null,
  };
};

type Found = Omit<Reading, "passes" | "lost" | "tooEarly"> & { readonly good: readonly Pass[] };

const findFacts = (ask: LeafAsk, facts: Facts): Found => {
  switch (ask.kind) {
    case "activity":
      return findActivity(ask, facts);
    case "signOff":
      return findSignOff(ask, facts);
    case "evidence": {
      const good = (facts.byKind.get(ask.evidence) ?? []).filter((fact) => meets(fact, ask.where));
      return { good: good.map(passOf), belowMark: null, olderVersion: null, tries: timesOf(good) };
    }
  }
};

const findActivity = (ask: Extract<Ask, { kind: "activity" }>, facts: Facts): Found => {
  const about = (kind: string): readonly TimedFact[] => aboutActivity(facts, kind, ask.activity);
  const passed = about("activity.passed");
  const attempted = about("activity.attempted");
  const { passMark } = ask;
  const reachesMark = (fact: TimedFact): boolean => {
    const score = scoreOf(fact);
    return passMark === null || (score !== null && score >= passMark);
  };
  const below = [...attempted, ...passed].filter((fact) => !reachesMark(fact)).map(passOf);
  const best = below.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))[0];
  return {
    good: passed.filter(reachesMark).map(passOf),
    belowMark: best === undefined ? null : { best: best.score, evidence: best.id },
    olderVersion: null,
    tries: timesOf([...about("activity.started"), ...attempted, ...passed]),
  };
};

const findSignOff = (ask: Extract<Ask, { kind: "signOff" }>, facts: Facts): Found => {
  const signed = (facts.byKind.get("signoff.signed") ?? []).filter(
    (fact) => textIn(fact, "document") === ask.document,
  );
  const isOlder = (fact: TimedFact): boolean =>
    ask.version !== null && (numberIn(fact, "version") ?? Number.NEGATIVE_INFINITY) < ask.version;
  const older = signed.findLast(isOlder);
  return {
    good: signed
      .filter((fact) => !isOlder(fact))
      .map((fact) => ({ ...passOf(fact), replaced: replacedBy(fact, ask.editions ?? []) })),
    belowMark: null,
    olderVersion:
      older === undefined ? null : { version: numberIn(older, "version"), evidence: older.id },
    tries: timesOf(signed),
  };
};

/** Only of a later version: the same one may be corrected without asking anybody again. */
const replacedBy = (fact: TimedFact, editions: readonly Edition[]): Replaced | null => {
  const signed = numberIn(fact, "version");
  if (signed === null) return null;
  const newer = editions.filter(({ version }) => version > signed);
  if (newer.length === 0) return null;
  return {
    signed,
    by: Math.max(...newer.map(({ version }) => version)),
    at: Math.min(...newer.map(({ from }) => instantOf(from))),
  };
};

/** A score is a share from 0 to 1. Anything else is no score: 85 must not pass for 85 %. */
const scoreOf = (fact: TimedFact): number | null => {
  const score = numberIn(fact, "score");
  return score !== null && score >= 0 && score <= 1 ? score : null;
};

const passOf = (fact: TimedFact): Pass => ({
  at: fact.at,
  id: fact.id,
  score: scoreOf(fact),
  replaced: null,
});

const timesOf = (facts: readonly TimedFact[]): number[] => facts.map((fact) => fact.at);
