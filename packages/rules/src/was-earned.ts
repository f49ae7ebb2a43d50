import type { AskCoverage, CertificateCoverage, Scene } from "./coverage.ts";
import { coverageOf, sceneOf } from "./coverage.ts";
import { factsBefore } from "./facts.ts";
import type { Spans } from "./spans.ts";

/** Was it earned at or before the instant, be it that it was revoked or reopened since. */
export const wasEarned = (scene: Scene, coverage: CertificateCoverage, now: number): boolean => {
  if (beginsBy(coverage.earned, now)) return true;
  if (coverage.cuts.length === 0) return false;
  const known = scene.earnedBeforeCut.get(coverage.id);
  if (known !== undefined) return known;
  const earned = wasEarnedBeforeCut(scene, coverage);
  scene.earnedBeforeCut.set(coverage.id, earned);
  return earned;
};

/** Just before a cut is where to look: what counted then is lost after it. */
const wasEarnedBeforeCut = (scene: Scene, coverage: CertificateCoverage): boolean => {
  const { policy, person, facts } = scene;
  const uncut = coverageOf(sceneOf(policy, person, facts, true), coverage.id);
  if (uncut === null || uncut.earned.length === 0) return false;
  const passes = [...uncut.asks, ...uncut.refreshAsks].flatMap(passTimes).toSorted((a, b) => a - b);
  return telling(coverage, passes).some((moment) => {
    const then = sceneOf(policy, person, factsBefore(facts, moment));
    return beginsBy(coverageOf(then, coverage.id)?.earned ?? [], moment - 1);
  });
};

/** Cuts with no pass between them find the same; hundreds of observations must not cost hundreds of looks. */
const telling = (coverage: CertificateCoverage, passes: readonly number[]): readonly number[] => {
  const moments = [...new Set(coverage.cuts.map((cut) => cut.at))].toSorted((a, b) => a - b);
  let next = 0;
  return moments.filter((moment) => {
    const seen = next;
    while ((passes[next] ?? Number.POSITIVE_INFINITY) < moment) next++;
    return next > seen;
  });
};

const passTimes = (ask: AskCoverage): readonly number[] => {
  switch (ask.kind) {
    case "leaf":
      return ask.passes.map((pass) => pass.at);
    case "certificate":
      return [...ask.of.asks, ...ask.of.refreshAsks].flatMap(passTimes);
    case "some":
      return ask.of.flatMap(passTimes);
  }
};

const beginsBy = (spans: Spans, instant: number): boolean =>
  spans.some((span) => span.from <= instant);
