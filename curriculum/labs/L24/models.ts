import type { CheckCase, Claimed } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";

type Host = NonNullable<CheckCase["host"]>;
type Row = readonly number[];
/** Above 0 is a fault. */
type Score = (row: Row) => number;

const isRow = (row: Json): row is readonly number[] =>
  Array.isArray(row) && row.every((value) => typeof value === "number");

/** The model is asked here; its inside is in nobody's reach. */
const modelHost =
  (score: Score): Host =>
  (name, [given]) => {
    const rows = Array.isArray(given) ? given.filter(isRow) : [];
    if (!Array.isArray(given) || rows.length < given.length)
      return { ok: false, error: "rows are lists of numbers" };
    if (name === "score") return { ok: true, value: rows.map(score) };
    return { ok: true, value: rows.map((row) => (score(row) > 0 ? 1 : 0)) };
  };

const answer = (score: Score, row: Row): number => (score(row) > 0 ? 1 : 0);

/** What is lost on average when every value of the column has stood in every row once. */
const lossOf = (
  score: Score,
  rows: readonly Row[],
  labels: readonly number[],
  column: number,
): number => {
  const right = rows.filter((row, at) => answer(score, row) === labels[at]).length / rows.length;
  let kept = 0;
  for (const other of rows)
    for (const [at, row] of rows.entries())
      if (answer(score, row.with(column, other[column] ?? 0)) === labels[at]) kept += 1;
  return right - kept / rows.length ** 2;
};

const numbersOf = (value: Json): readonly number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];

const isNear = (value: Json, wanted: readonly number[], tolerance: number): boolean => {
  const given = numbersOf(value);
  return (
    Array.isArray(value) &&
    value.length === wanted.length &&
    given.length === wanted.length &&
    given.every((one, at) => Math.abs(one - (wanted[at] ?? 0)) <= tolerance)
  );
};

type Explained = {
  readonly score: Score;
  readonly rows: readonly Row[];
  readonly labels: readonly number[];
};

/** A mean of ten shuffles is near the truth; of a short table, not quite as near. */
const explaining = ({ score, rows, labels }: Explained): CheckCase => ({
  args: ["importance", { rows: rows.map((row) => [...row]), labels }],
  host: modelHost(score),
  wants: ({ value }: Claimed) =>
    isNear(
      value,
      (rows[0] ?? []).map((_, column) => lossOf(score, rows, labels, column)),
      rows.length < 20 ? 0.16 : 0.1,
    ),
});

const value = (draw: Draw): number => draw.whole(-200, 200) / 100;
const drawRows = (draw: Draw, count: number, width: number): readonly Row[] =>
  Array.from({ length: count }, () => Array.from({ length: width }, () => value(draw)));

/** Weights in any order, so that no place says anything. */
const drawWeights = (draw: Draw, weights: readonly number[]): readonly number[] =>
  draw.shuffle(weights.map((one) => (draw.chance(0.5) ? one : -one)));

const linear =
  (weights: readonly number[], bias = 0): Score =>
  (row) =>
    weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias);

const labelsOf = (draw: Draw, score: Score, rows: readonly Row[], wrong = 0): readonly number[] =>
  rows.map((row) => (draw.chance(wrong) ? 1 - answer(score, row) : answer(score, row)));

export const ranked = (draw: Draw): readonly CheckCase[] => {
  // Ten faults of twelve: what is set to 0 there loses far more than what is mixed.
  const shown: Score = ([first = 0]) => first - 4.5;
  const few = [5, 6, 7, 4, 5, 8, 6, 9, 4, 7, 5, 6].map((one, at) => [one, at % 3]);
  const wide = linear(drawWeights(draw, [3, 1.6, 0.8, 0, 0]));
  const rows = drawRows(draw, 40, 5);
  return [
    {
      ...explaining({ score: shown, rows: few, labels: labelsOf(draw, shown, few) }),
      isPublic: true,
    },
    explaining({ score: wide, rows, labels: labelsOf(draw, wide, rows) }),
    explaining({ score: wide, rows, labels: labelsOf(draw, wide, rows, 0.2) }),
  ];
};

/** Each row twice, the second time with the other sign in one place: as many faults as not. */
const mirrored = (rows: readonly Row[], place: number): readonly Row[] =>
  rows.flatMap((row) => [row, row.with(place, -(row[place] ?? 0))]);

/** A column that goes with the label and is not looked at; two that only count together. */
export const uncorrelated = (draw: Draw): readonly CheckCase[] => {
  const place = draw.whole(0, 2);
  const other = (place + 1) % 3;
  const rows = mirrored(drawRows(draw, 20, 3), place);
  const twins = rows.map((row) => row.with(other, (row[place] ?? 0) + value(draw) / 10));
  const single: Score = (row) => row[place] ?? 0;
  const together: Score = (row) => (row[place] ?? 0) * (row[other] ?? 0);
  return [
    {
      ...explaining({ score: single, rows: twins, labels: labelsOf(draw, single, twins) }),
      isPublic: true,
    },
    explaining({ score: together, rows, labels: labelsOf(draw, together, rows) }),
  ];
};

/** Sorted by the column that counts, as a table by site is: the neighbour's value is nearly one's own. */
export const inOrder = (draw: Draw): readonly CheckCase[] => {
  const place = draw.whole(0, 3);
  const sorted = drawRows(draw, 40, 4).toSorted((a, b) => (a[place] ?? 0) - (b[place] ?? 0));
  const score: Score = (row) => (row[place] ?? 0) + 0.2 * (row[(place + 1) % 4] ?? 0);
  const high = drawRows(draw, 40, 3).map((row) => row.map((one) => one + 5));
  const far = linear(drawWeights(draw, [2, 1, 0]).map(Math.abs), -15);
  return [
    explaining({ score, rows: sorted, labels: labelsOf(draw, score, sorted) }),
    explaining({ score: far, rows: high, labels: labelsOf(draw, far, high) }),
  ];
};

const attributed = (score: Score, row: Row, background: readonly Row[]): CheckCase => ({
  args: ["attribution", { row, background: background.map((one) => [...one]) }],
  host: modelHost(score),
  wants: ({ value: given }: Claimed) =>
    isNear(
      given,
      row.map((_, column) => {
        const others = background.map((other) => score(row.with(column, other[column] ?? 0)));
        return score(row) - others.reduce((sum, one) => sum + one, 0) / others.length;
      }),
      1e-6,
    ),
});

export const parts = (draw: Draw): readonly CheckCase[] => {
  const weights = drawWeights(draw, [3, 1, 0.5, 0]);
  const background = drawRows(draw, 12, 4).map((row) => row.map((one) => one + 3));
  const [row = [], other = []] = drawRows(draw, 2, 4);
  const same = background.map((one) => one.with(1, row[1] ?? 0));
  return [
    {
      ...attributed(
        linear([2, -1], 1),
        [3, 5],
        [
          [1, 1],
          [3, 2],
        ],
      ),
      isPublic: true,
    },
    attributed(linear(weights, value(draw)), row, background),
    attributed(linear(weights), other, background.slice(0, 1)),
    attributed(linear(weights), row, same),
  ];
};

/** Where a score bends, the score of the average is not the average of the scores. */
export const bent = (draw: Draw): readonly CheckCase[] => {
  const [row = []] = drawRows(draw, 1, 3);
  const background = drawRows(draw, 15, 3);
  const product: Score = (one) => (one[0] ?? 0) * (one[1] ?? 0) + (one[2] ?? 0);
  const square: Score = (one) => (one[0] ?? 0) ** 2 - Math.abs(one[1] ?? 0);
  return [product, square].map((score) => attributed(score, row, background));
};
