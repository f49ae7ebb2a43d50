import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import type { Json } from "@checkride/rules/exercise";
import {
  drawRows,
  exactOf,
  type Query,
  queries,
  type Row,
  reachOf,
  sourceOf,
  teams,
} from "./staff.ts";

const numbersOf = (value: Json): readonly number[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === "number" && Number.isFinite(one))
    : [];

const mean = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / all.length;

type Many = {
  readonly rows: readonly Row[];
  readonly query: Query;
  readonly epsilon: number;
  readonly times: number;
  readonly batches?: readonly string[];
};

/** Many answers to one question, without the budget; the noise is looked at as a whole. */
const many = (
  draw: Draw,
  { rows, query, epsilon, times, batches = [draw.word(5)] }: Many,
  wants: (noise: readonly number[], scale: number) => boolean,
): CheckCase => ({
  args: ["many", { batches, times, rows: rows.map((row) => ({ ...row })), query, epsilon }],
  wants: ({ value }) => {
    const noise = numbersOf(value).map((one) => one - exactOf(rows, query));
    return (
      noise.length === times * batches.length && wants(noise, (reachOf(query) * 1000) / epsilon)
    );
  },
  host: sourceOf(draw.word(12)),
});

/** With a large epsilon there is hardly any noise, so the middle of 20 answers is the exact one. */
const inTheMiddle = (draw: Draw, rows: readonly Row[], query: Query): CheckCase =>
  many(
    draw,
    { rows, query, epsilon: 10_000, times: 20 },
    (noise, scale) => Math.abs(mean(noise)) < 1.6 * scale,
  );

/** One note for each person, within the limits: what was right before. */
const plainRows = (draw: Draw): readonly Row[] => {
  const seen = new Set<string>();
  const firsts = drawRows(draw).filter(({ person }) => !seen.has(person) && seen.add(person));
  return firsts.map((row) => ({ ...row, balance: Math.min(row.balance, 10) }));
};

export const plain = (draw: Draw): readonly CheckCase[] => [
  ...queries(draw).map((query) => inTheMiddle(draw, plainRows(draw), query)),
  inTheMiddle(draw, plainRows(draw), { kind: "count", where: { team: draw.word(5) } }),
];

export const people = (draw: Draw): readonly CheckCase[] => [
  { ...inTheMiddle(draw, drawRows(draw, 3), { kind: "count", where: {} }), isPublic: true },
  inTheMiddle(draw, drawRows(draw), { kind: "count", where: { team: draw.pick(teams) } }),
];

export const clamped = (draw: Draw): readonly CheckCase[] => {
  const [, days, balance] = queries(draw);
  const single = plainRows(draw).map((row, at) =>
    at === 0 ? { ...row, days: 500, balance: -900 } : row,
  );
  return [
    inTheMiddle(draw, drawRows(draw), days),
    inTheMiddle(draw, drawRows(draw), balance),
    inTheMiddle(draw, single, days),
    inTheMiddle(draw, single, { ...balance, where: {} }),
  ];
};

/** About as large as it should be, on both sides of the truth, and with the tail that the promise needs. */
const isLaplace = (noise: readonly number[], scale: number): boolean => {
  const size = mean(noise.map(Math.abs));
  const tail = noise.filter((one) => Math.abs(one) > 3 * scale).length / noise.length;
  const isCentred = Math.abs(mean(noise)) < 0.2 * scale;
  return isCentred && size > 0.87 * scale && size < 1.13 * scale && tail > 0.025 && tail < 0.08;
};

export const scaled = (draw: Draw): readonly CheckCase[] => {
  const [count, , balance] = queries(draw);
  const rows = plainRows(draw).slice(0, 3);
  return [count, balance].map((query) =>
    many(draw, { rows, query, epsilon: draw.whole(40, 90), times: 1000 }, isLaplace),
  );
};

/** The same numbers from the source give the same noise, others give another, and nothing else matters. */
export const fromSource = (draw: Draw): readonly CheckCase[] => {
  const [one, other] = [draw.word(6), draw.word(6)];
  const rows = plainRows(draw);
  const replayed = queries(draw).map((query) =>
    many(
      draw,
      { rows, query, epsilon: draw.whole(2, 9), times: 3, batches: [one, one, other] },
      (noise) => {
        const [first, second, third] = [0, 3, 6].map((at) => noise.slice(at, at + 3).join());
        return first === second && first !== third && new Set(noise).size > 3;
      },
    ),
  );
  const zeros = many(
    draw,
    { rows, query: queries(draw)[0], epsilon: 500, times: 2, batches: ["zeros"] },
    () => true,
  );
  return [...replayed, zeros];
};
