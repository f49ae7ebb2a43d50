import type { AskCoverage, CertificateCoverage, CountedPass } from "./coverage.ts";
import { dueBy } from "./due-by.ts";
import type { PersonFacts } from "./person.ts";
import { addDays, addMonths, instantOf } from "./time.ts";

/** Every moment, sorted, at which time alone could change what is said about the certificate. */
export const momentsOf = (
  coverage: CertificateCoverage,
  person: PersonFacts,
): readonly number[] => {
  const { rule, asks, earned, held, exemptions } = coverage;
  const spans = [...earned, ...held].flatMap((span) => [span.from, span.to]);
  const moments = [
    ...spans.flatMap((end) => [end, addDays(end, -rule.noticeDays)]),
    ...momentsOfWay(coverage),
    ...exemptions.flatMap(({ from, to }) => [from, to]),
    ...asks.flatMap((ask) => triesOf(ask).map((at) => addMonths(at, rule.validMonths))),
    dueBy(rule, person) ?? Number.NaN,
  ];
  return [...new Set(moments)].filter((moment) => !Number.isNaN(moment)).toSorted((a, b) => a - b);
};

/** At which the asks or the shortest way through them could change: all that certificates resting on it show of it. */
const momentsOfWay = (coverage: CertificateCoverage): readonly number[] => {
  const known = waysOf.get(coverage);
  if (known !== undefined) return known;
  const { rule, asks, refreshAsks } = coverage;
  const all = [...asks, ...refreshAsks];
  const found = [
    ...all.flatMap(endsOf).flatMap((end) => [end, addDays(end, -rule.noticeDays)]),
    ...all.flatMap(innerMomentsOf),
  ];
  const moments = [...new Set(found)];
  waysOf.set(coverage, moments);
  return moments;
};

const waysOf = new WeakMap<CertificateCoverage, readonly number[]>();

const endsOf = (ask: AskCoverage): number[] => {
  switch (ask.kind) {
    case "leaf":
      // Of passes that overlap only the last end is ever told; `atMost` decides whether a refresh helps.
      return [...ask.spans.map((span) => span.to), ...farthest(ask.passes)];
    case "certificate":
      return ask.spans.flatMap((span) => [span.from, span.to]);
    case "some":
      return ask.of.flatMap(endsOf);
  }
};

const farthest = (passes: readonly CountedPass[]): number[] =>
  passes.length === 0 ? [] : [Math.max(...passes.map((pass) => pass.atMost))];

const triesOf = (ask: AskCoverage): readonly number[] => {
  if (ask.kind === "leaf") return ask.reading.tries;
  return ask.kind === "some" ? ask.of.flatMap(triesOf) : [];
};

const innerMomentsOf = (ask: AskCoverage): readonly number[] => {
  switch (ask.kind) {
    case "leaf":
      return ask.ask.since === null ? [] : [instantOf(ask.ask.since)];
    case "certificate":
      return momentsOfWay(ask.of);
    case "some":
      return ask.of.flatMap(innerMomentsOf);
  }
};
