import type { Check } from "../../checks.ts";
import { type GradedLab, sandboxSeed } from "../../grade.ts";
import { type DrawnCase, drawCases, judge } from "../../judge.ts";
import { defaultLimits } from "../../limits.ts";
import type { Limits, Run, SourceFile, Submission } from "../../submission.ts";
import type { Judged, Runs, WrongCase } from "../open-lab.ts";

type SeedCases = { readonly seed: string; readonly drawn: readonly DrawnCase[] };

const lastDrawn = new WeakMap<readonly Check[], SeedCases>();

/**
 * A proof tries one solution after the other on one seed, and drawing can cost more than judging. Where a case answers
 * `host.call`, it is drawn anew for every run: it may remember what it was asked.
 */
const drawnFor = (checks: readonly Check[], seed: string): readonly DrawnCase[] => {
  const last = lastDrawn.get(checks);
  if (last?.seed === seed) return last.drawn;
  const drawn = drawCases(checks, seed);
  if (drawn.every(({ one }) => one.host === undefined)) lastDrawn.set(checks, { seed, drawn });
  return drawn;
};

/** The cases of all seeds in one process; where that ends early, each seed gets its own. */
export const judgeSeeds = async (
  range: Runs,
  lab: GradedLab,
  files: readonly SourceFile[],
  seeds: readonly string[],
): Promise<readonly Judged[]> => {
  const draw = (seed: string): SeedCases => ({ seed, drawn: drawnFor(lab.checks, seed) });
  const together = await judgeTogether(range, lab, files, seeds.map(draw));
  const isWhole = together.every(({ verdict }) =>
    verdict.cases.every(({ status }) => status !== "not-run"),
  );
  if (isWhole || seeds.length === 1) return together;
  const alone = await Promise.all(
    seeds.map((seed) => judgeTogether(range, lab, files, [draw(seed)])),
  );
  return alone.flat();
};

/** Most of what should fail fails at once: one case of each check is tried before all of them are. */
export const passes = async (
  range: Runs,
  lab: GradedLab,
  files: readonly SourceFile[],
  seed: string,
): Promise<boolean> => {
  const all = drawnFor(lab.checks, seed);
  const first = lab.checks.flatMap(({ id }) =>
    all.filter(({ check }) => check.id === id).slice(0, 1),
  );
  const [tried] = await judgeTogether(range, lab, files, [{ seed, drawn: first }]);
  if (tried?.verdict.passed !== true) return false;
  const judged = await judgeSeeds(range, lab, files, [seed]);
  return judged.every(({ verdict }) => verdict.passed);
};

const judgeTogether = async (
  range: Runs,
  lab: GradedLab,
  files: readonly SourceFile[],
  all: readonly SeedCases[],
): Promise<readonly Judged[]> => {
  const answer = await range.runCases(submissionOf(lab, files, all));
  if (answer.outcome === "error") throw new Error(answer.because ?? answer.says);
  let from = 0;
  return all.map(({ seed, drawn }) => {
    const part = partOf(answer.run, from, from + drawn.length);
    from += drawn.length;
    const verdict = judge(lab.checks, drawn, part);
    return { seed, verdict, wrong: wrongCases(lab.checks, drawn, part, verdict.cases) };
  });
};

const partOf = (run: Run, from: number, to: number): Run => ({
  ...run,
  claims: run.claims.slice(from, to),
  hostCalls: run.hostCalls.slice(from, to),
});

const submissionOf = (
  lab: GradedLab,
  files: readonly SourceFile[],
  all: readonly SeedCases[],
): Submission => {
  const flat = all.flatMap(({ seed, drawn }) => drawn.map(({ one }) => ({ seed, one })));
  return {
    language: lab.language,
    files,
    entry: lab.entry,
    calls: lab.calls,
    // Nothing is hidden from an author who wants to know why.
    cases: flat.map(({ seed, one }) => ({ args: one.args, seed: sandboxSeed(seed) })),
    seed: sandboxSeed(all[0]?.seed ?? ""),
    limits: times({ ...defaultLimits[lab.language], ...lab.limits }, all.length),
    host: (place) => flat[place]?.one.host ?? null,
    ...(lab.freshPerCase && { freshPerCase: true }),
  };
};

const times = ({ ticks, cpuMs, wallMs, hostCalls }: Limits, seeds: number): Limits => ({
  ticks: ticks * seeds,
  cpuMs: cpuMs * seeds,
  wallMs: wallMs * seeds,
  hostCalls: hostCalls * seeds,
});

const wrongCases = (
  checks: readonly Check[],
  drawn: readonly DrawnCase[],
  run: Run,
  records: readonly { readonly right: boolean }[],
): readonly WrongCase[] =>
  checks.flatMap(({ id }) => {
    const place = drawn.findIndex(
      ({ check }, at) =>
        check.id === id &&
        records[at]?.right === false &&
        (run.load !== null || run.claims[at]?.status !== "not-run"),
    );
    const one = drawn[place]?.one;
    const claim = run.claims[place];
    if (one === undefined || claim === undefined) return [];
    const wants = typeof one.wants === "function" ? null : one.wants;
    return [{ check: id, args: one.args, wants, claim }];
  });
