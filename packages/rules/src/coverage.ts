import type { Cut } from "./cuts.ts";
import { cutsOf } from "./cuts.ts";
import type { Facts } from "./facts.ts";
import type { LeafAsk, Pass, Reading } from "./passes.ts";
import { readAsk } from "./passes.ts";
import type { PersonFacts } from "./person.ts";
import type { Ask, CertificateRule, Exemption, Policy } from "./policy.ts";
import type { Spans } from "./spans.ts";
import { atLeast, intersection, prolong, union } from "./spans.ts";
import { addDays, addMonths, beginningOfTime, dayMs, parseInstant } from "./time.ts";

/**
 * When what counts. All of it follows from the evidence and is the same at whatever instant one looks, so
 * "until when", "since when" and "what changes next" are read off instead of computed again.
 *
 * Every set here only grows when passing evidence is added: that is why standing is monotone.
 */
export type CertificateCoverage = {
  readonly id: string;
  readonly rule: CertificateRule;
  readonly asks: readonly AskCoverage[];
  readonly refreshAsks: readonly AskCoverage[];
  /** When all asks count. */
  readonly earned: Spans;
  /** When it opens gates: earned, the grace after it, and exemptions. */
  readonly held: Spans;
  readonly exemptions: readonly ExemptionSpan[];
  /** Every revocation and reopening it depends on, those of asked certificates included. */
  readonly cuts: readonly Cut[];
};

export type AskCoverage = LeafCoverage | CertificateAskCoverage | SomeCoverage;

export type LeafCoverage = {
  readonly kind: "leaf";
  readonly ask: LeafAsk;
  readonly reading: Reading;
  readonly passes: readonly CountedPass[];
  readonly spans: Spans;
};

export type CertificateAskCoverage = {
  readonly kind: "certificate";
  readonly of: CertificateCoverage;
  readonly spans: Spans;
};

export type SomeCoverage = {
  readonly kind: "some";
  readonly title: string | null;
  readonly count: number;
  readonly of: readonly AskCoverage[];
  readonly spans: Spans;
};

export type CountedPass = Pass & {
  readonly spans: Spans;
  /** Where it ends if nothing refreshes it. */
  readonly unrefreshed: number;
  /** How far refreshing can carry it. */
  readonly atMost: number;
};

export type ExemptionSpan = {
  readonly from: number;
  readonly to: number;
  readonly exemption: Exemption;
};

/** One person's evidence under one policy; certificates already looked at are kept. */
export type Scene = {
  readonly policy: Policy;
  readonly person: PersonFacts;
  readonly facts: Facts;
  /** As if nothing had ever been revoked or reopened. */
  readonly ignoresCuts: boolean;
  readonly known: Map<string, CertificateCoverage>;
  readonly earnedBeforeCut: Map<string, boolean>;
};

export const sceneOf = (
  policy: Policy,
  person: PersonFacts,
  facts: Facts,
  ignoresCuts = false,
): Scene => ({
  policy,
  person,
  facts,
  ignoresCuts,
  known: new Map(),
  earnedBeforeCut: new Map(),
});

export const coverageOf = (scene: Scene, id: string): CertificateCoverage | null => {
  const known = scene.known.get(id);
  if (known !== undefined) return known;
  const rules = scene.policy.certificates;
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
  if (rule === undefined) return null;
  // A certificate that rests on itself finds this instead and is never earned.
  scene.known.set(id, nothingOf(id, rule));
  const coverage = cover(scene, id, rule);
  scene.known.set(id, coverage);
  return coverage;
};

type Window = (pass: Pass) => CountedPass;

const cover = (scene: Scene, id: string, rule: CertificateRule): CertificateCoverage => {
  const cuts = scene.ignoresCuts ? [] : cutsOf(id, rule, scene.facts);
  const coverAll = (asks: readonly Ask[], window: Window): AskCoverage[] =>
    asks.map((ask) => coverAsk(scene, ask, cuts, window));
  const refreshAsks = coverAll(rule.refreshAsks, (pass) => {
    const to = Math.min(addMonths(pass.at, rule.refreshMonths), replacedEnd(pass, rule));
    return { ...pass, unrefreshed: to, atMost: to, spans: [{ from: pass.at, to }] };
  });
  const refreshed = intersection(refreshAsks.map((ask) => ask.spans));
  const asks = coverAll(rule.asks, (pass) => countPass(pass, rule, refreshed));
  const earned = intersection(asks.map((ask) => ask.spans));
  const exemptions = exemptionsOf(scene, id);
  const opens = [prolong(earned, rule.graceDays * dayMs), union(exemptions.map((span) => [span]))];
  return {
    id,
    rule,
    asks,
    refreshAsks,
    earned,
    held: scene.person.active ? union(opens) : [],
    exemptions,
    cuts: [...cuts, ...[...asks, ...refreshAsks].flatMap(innerCuts)],
  };
};

/** A newer version is asked from the moment it is in force, with the notice that any other end has. */
const replacedEnd = ({ replaced }: Pass, { noticeDays }: CertificateRule): number =>
  replaced === null ? Number.POSITIVE_INFINITY : addDays(replaced.at, noticeDays);

/** Until `refreshMonths` after it, or after each refresh, but never longer than `validMonths`. */
const countPass = (pass: Pass, rule: CertificateRule, refreshed: Spans): CountedPass => {
  const atMost = Math.min(addMonths(pass.at, rule.validMonths), replacedEnd(pass, rule));
  const unrefreshed = Math.min(atMost, addMonths(pass.at, rule.refreshMonths));
  const whole = { from: pass.at, to: atMost };
  const spans = union([[{ from: pass.at, to: unrefreshed }], intersection([refreshed, [whole]])]);
  return { ...pass, unrefreshed, atMost, spans };
};

const coverAsk = (scene: Scene, ask: Ask, cuts: readonly Cut[], window: Window): AskCoverage => {
  if (ask.kind === "certificate") {
    const of = coverageOf(scene, ask.certificate) ?? missingCertificate(ask.certificate);
    return { kind: "certificate", of, spans: of.held };
  }
  if (ask.kind === "some") {
    const of = ask.of.map((option) => coverAsk(scene, option, cuts, window));
    const count = Math.max(1, ask.count);
    const spans = atLeast(
      count,
      of.map((option) => option.spans),
    );
    return { kind: "some", title: ask.title, count, of, spans };
  }
  const reading = readAsk(ask, scene.facts, cuts);
  const passes = reading.passes.map(window);
  return { kind: "leaf", ask, reading, passes, spans: union(passes.map((pass) => pass.spans)) };
};

const exemptionsOf = ({ policy, person }: Scene, id: string): ExemptionSpan[] =>
  policy.exemptions
    .filter((exemption) => exemption.person === person.id && exemption.certificate === id)
    .map((exemption) => ({
      from: exemption.from === null ? beginningOfTime : (parseInstant(exemption.from) ?? Infinity),
      to: parseInstant(exemption.until) ?? beginningOfTime,
      exemption,
    }));

const innerCuts = (ask: AskCoverage): readonly Cut[] => {
  switch (ask.kind) {
    case "leaf":
      return [];
    case "certificate":
      return ask.of.cuts;
    case "some":
      return ask.of.flatMap(innerCuts);
  }
};

const nothingOf = (id: string, rule: CertificateRule): CertificateCoverage => ({
  id,
  rule,
  asks: [],
  refreshAsks: [],
  earned: [],
  held: [],
  exemptions: [],
  cuts: [],
});

const missingCertificate = (id: string): CertificateCoverage =>
  nothingOf(id, {
    title: id,
    track: null,
    for: [],
    asks: [],
    refreshMonths: 0,
    validMonths: 0,
    refreshAsks: [],
    noticeDays: 0,
    graceDays: 0,
    firstDueDays: null,
    requiredFrom: null,
    reopen: [],
  });
