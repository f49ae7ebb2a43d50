import type { Draw } from "@checkride/range/draw";
import { leastSquares, predict } from "./linear.ts";

/** Columns of equal length; made up, nobody stands behind a number. */
export type Inputs = {
  readonly id: readonly string[];
  readonly group: readonly string[];
  readonly age: readonly number[];
  readonly lab: readonly number[];
  readonly drugs: readonly number[];
  readonly past_cost: readonly number[];
  readonly past_visits: readonly number[];
  readonly score: readonly number[];
};
export type Outcomes = {
  readonly cost: readonly number[];
  readonly visits: readonly number[];
  readonly burden: readonly number[];
};
export type Target = keyof Outcomes;

export type Hospital = {
  readonly history: Inputs & Outcomes;
  readonly patients: Inputs;
  /** What nobody knows yet. */
  readonly outcomes: Outcomes;
  readonly target: Target;
};

export const numericInputs = ["age", "lab", "drugs", "past_cost", "past_visits"] as const;

type Person = Readonly<Record<(typeof numericInputs)[number] | Target, number>> & {
  readonly id: string;
  readonly group: string;
};

/** As wide as a bell; four draws are near enough to it. */
const bell = (draw: Draw): number => {
  let sum = -2;
  for (let at = 0; at < 4; at += 1) sum += draw.whole(0, 9999) / 10_000;
  return Math.sqrt(3) * sum;
};

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const drawPerson = (draw: Draw, gaps: { cost: number; visits: number }, at: number): Person => {
  const group = draw.chance(0.25) ? "B" : "A";
  const isB = Number(group === "B");
  const ill = bell(draw) + 0.5 * isB;
  const paid = ill - gaps.cost * isB;
  const seen = ill - gaps.visits * isB;
  return {
    id: `p${1000 + at}`,
    group,
    age: Math.round(55 + 8 * ill + 9 * bell(draw)),
    lab: round(ill + 0.25 * bell(draw), 2),
    drugs: Math.max(0, Math.round(4 + 2 * ill + bell(draw))),
    past_cost: Math.round(6000 + 2000 * (paid + 0.3 * bell(draw))),
    past_visits: round(12 + 3 * (seen + 0.3 * bell(draw)), 1),
    cost: Math.round(6500 + 2000 * (paid + 0.8 * bell(draw))),
    visits: round(13 + 3 * (seen + 0.8 * bell(draw)), 1),
    burden: round(10 + 3 * (ill + 0.15 * bell(draw)), 2),
  };
};

/** As the score was built: a linear prediction of the target, the group among its inputs, shown as a rank from 0 to 100. */
const scoreOf = (
  learned: readonly Person[],
  scored: readonly Person[],
  target: Target,
): readonly number[] => {
  const weights = leastSquares(
    learned.map(features(true)),
    learned.map((one) => one[target]),
  );
  return ranks(scored.map(features(true)).map((row) => predict(weights, row)));
};

const features =
  (withGroup: boolean) =>
  (one: Person): readonly number[] => [
    ...numericInputs.map((name) => one[name]),
    ...(withGroup ? [Number(one.group === "B")] : []),
  ];

const ranks = (values: readonly number[]): readonly number[] => {
  const order = values.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value);
  const rank = new Map(order.map(({ at }, place) => [at, (100 * place) / (values.length - 1)]));
  return values.map((_, at) => round(rank.get(at) ?? 0, 2));
};

const columns = (people: readonly Person[], score: readonly number[]): Inputs => ({
  id: people.map(({ id }) => id),
  group: people.map(({ group }) => group),
  age: people.map(({ age }) => age),
  lab: people.map(({ lab }) => lab),
  drugs: people.map(({ drugs }) => drugs),
  past_cost: people.map(({ past_cost }) => past_cost),
  past_visits: people.map(({ past_visits }) => past_visits),
  score,
});

const outcomesOf = (people: readonly Person[]): Outcomes => ({
  cost: people.map(({ cost }) => cost),
  visits: people.map(({ visits }) => visits),
  burden: people.map(({ burden }) => burden),
});

/** How many patients there are of last year and of this one. */
export type Sizes = { readonly past: number; readonly now: number };

export const drawHospital = (draw: Draw, target: Target, sizes: Sizes): Hospital => {
  const [large, small] = [draw.whole(75, 95) / 100, draw.whole(25, 40) / 100];
  const gaps = {
    cost: target === "visits" ? small : large,
    visits: target === "cost" ? small : large,
  };
  const people = Array.from({ length: sizes.past + sizes.now }, (_, at) =>
    drawPerson(draw, gaps, at),
  );
  const [past, now] = [people.slice(0, sizes.past), people.slice(sizes.past)];
  return {
    history: { ...columns(past, scoreOf(past, past, target)), ...outcomesOf(past) },
    patients: columns(now, scoreOf(past, now, target)),
    outcomes: outcomesOf(now),
    target,
  };
};

/** The highest 5 of 100. */
export const top = (values: readonly number[]): readonly number[] =>
  values
    .map((value, at) => ({ value, at }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, Math.round(values.length / 20))
    .map(({ at }) => at);

export const shareOfB = (group: readonly string[], places: readonly number[]): number =>
  (100 * places.filter((at) => group[at] === "B").length) / places.length;

/** The repair that suggests itself: the same target, the group left out. */
export const withoutGroup = ({ history, patients, target }: Hospital): readonly number[] => {
  const rows = (of: Inputs) => of.id.map((_, at) => numericInputs.map((name) => of[name][at] ?? 0));
  const weights = leastSquares(rows(history), history[target]);
  return rows(patients).map((row) => predict(weights, row));
};

/** Five bands of the score, and the mean of a column in each, by group. */
export const byBand = ({ history }: Hospital, column: Target) =>
  [0, 1, 2, 3, 4].map((band) => {
    const inBand = (group: string) =>
      history.score.flatMap((score, at) =>
        Math.min(4, Math.floor(score / 20)) === band && history.group[at] === group
          ? [history[column][at] ?? 0]
          : [],
      );
    return { A: mean(inBand("A")), B: mean(inBand("B")) };
  });

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
