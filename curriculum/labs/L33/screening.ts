import type { Draw } from "@checkride/range/draw";

export const metrics = ["selection rate", "equal opportunity", "predictive parity"] as const;
export type Metric = (typeof metrics)[number];

/** Qualified and invited, invited only, qualified only, neither. */
export type Counts = {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
};
export type Groups = ReadonlyMap<string, Counts>;
export type Rule = {
  readonly metric: Metric;
  readonly limits: Readonly<Record<Metric, number>>;
  readonly least: number;
  readonly by: string;
  readonly on: string;
};

const size = ({ tp, fp, fn, tn }: Counts): number => tp + fp + fn + tn;

/** What a metric counts, and out of how many. */
export const partOf = (metric: Metric, one: Counts): readonly [number, number] => {
  if (metric === "selection rate") return [one.tp + one.fp, size(one)];
  return metric === "equal opportunity" ? [one.tp, one.tp + one.fn] : [one.tp, one.tp + one.fp];
};

export const rateOf = (metric: Metric, one: Counts): number | null => {
  const [part, whole] = partOf(metric, one);
  return whole === 0 ? null : part / whole;
};

export type Verdict = "pass" | "fail" | "not enough data";

/** The best rate among groups that are large enough to say something. */
const bestOf = (groups: Groups, metric: Metric, least: number): number =>
  Math.max(
    ...[...groups.values()].map((one) =>
      partOf(metric, one)[1] >= least ? (rateOf(metric, one) ?? 0) : 0,
    ),
  );

/** For selection rates a share of the best, otherwise the distance to it. */
export const distanceOf = (
  groups: Groups,
  metric: Metric,
  least: number,
  one: Counts,
): number | null => {
  const rate = rateOf(metric, one);
  const best = bestOf(groups, metric, least);
  if (rate === null) return null;
  return metric === "selection rate" ? rate / best : best - rate;
};

export const verdictOf = (groups: Groups, metric: Metric, rule: Rule, one: Counts): Verdict => {
  const distance = distanceOf(groups, metric, rule.least, one);
  if (partOf(metric, one)[1] < rule.least || distance === null) return "not enough data";
  const limit = rule.limits[metric];
  const isFar = metric === "selection rate" ? distance < limit : distance > limit;
  return isFar ? "fail" : "pass";
};

export const outcomeOf = (groups: Groups, metric: Metric, rule: Rule): string => {
  const verdicts = [...groups.values()].map((one) => verdictOf(groups, metric, rule, one));
  if (verdicts.includes("fail")) return "not live";
  return verdicts.includes("not enough data") ? "not enough data" : "live";
};

/** Groups that another metric would judge the other way, where both say something. */
export const conflictsOf = (groups: Groups, rule: Rule): readonly string[] =>
  metrics.flatMap((other) =>
    [...groups].flatMap(([name, one]) => {
      const pair = [verdictOf(groups, rule.metric, rule, one), verdictOf(groups, other, rule, one)];
      return pair.includes("pass") && pair.includes("fail") ? [`${other}: ${name}`] : [];
    }),
  );

const drawGroup = (draw: Draw, count: number): Counts => {
  const qualified = Math.round(count * (draw.whole(35, 60) / 100));
  const tp = Math.round(qualified * (draw.whole(55, 90) / 100));
  const fp = Math.round((count - qualified) * (draw.whole(8, 30) / 100));
  return { tp, fp, fn: qualified - tp, tn: count - qualified - fp };
};

export const drawRule = (draw: Draw, metric: Metric): Rule => ({
  metric,
  limits: { "selection rate": 0.8, "equal opportunity": 0.1, "predictive parity": 0.1 },
  least: 40,
  by: `${draw.pick(["hiring council", "works council", "audit board"])} ${draw.word(4)}`,
  on: `2026-0${draw.whole(1, 9)}-1${draw.whole(0, 9)}`,
});

/** No verdict may hang on the last digit. */
const isClear = (groups: Groups, rule: Rule): boolean =>
  metrics.every((metric) =>
    [...groups.values()].every((one) => {
      const distance = distanceOf(groups, metric, rule.least, one);
      return distance === null || Math.abs(distance - rule.limits[metric]) > 0.004;
    }),
  );

/** Groups of which something holds. */
export const drawGroups = (
  draw: Draw,
  sizes: readonly number[],
  rule: Rule,
  holds: (groups: Groups) => boolean,
): Groups => {
  const names = sizes.map((_, at) => `${"ABCDE".charAt(at)}-${draw.word(3)}`);
  for (let tried = 0; tried < 20_000; tried += 1) {
    const groups = new Map(names.map((name, at) => [name, drawGroup(draw, sizes[at] ?? 0)]));
    if (isClear(groups, rule) && holds(groups)) return groups;
  }
  throw new Error("No such groups were drawn.");
};

/** One row for each application, in no order. */
export const applicationsOf = (draw: Draw, groups: Groups) => {
  const rows = [...groups].flatMap(([group, { tp, fp, fn, tn }]) =>
    [
      { count: tp, qualified: 1, invited: 1 },
      { count: fp, qualified: 0, invited: 1 },
      { count: fn, qualified: 1, invited: 0 },
      { count: tn, qualified: 0, invited: 0 },
    ].flatMap(({ count, ...row }) => Array.from({ length: count }, () => ({ group, ...row }))),
  );
  const mixed = draw.shuffle(rows);
  return {
    group: mixed.map(({ group }) => group),
    qualified: mixed.map(({ qualified }) => qualified),
    invited: mixed.map(({ invited }) => invited),
  };
};
