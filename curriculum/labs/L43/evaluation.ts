import type { Draw } from "@checkride/range/draw";
import type { Product } from "./products.ts";

export type Row = {
  readonly group: string;
  /** Of users, in per cent. */
  readonly share: number;
  readonly cases: number;
  /** Null: not measured. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type Evaluation = {
  readonly rows: readonly Row[];
  readonly weak: Row & { readonly rate: number };
  readonly missing: Row;
  /** Of all cases together. */
  readonly all: number;
};

const two = (value: number): number => Math.round(value * 100) / 100;

/** The interval in which 95 of 100 such measurements hold the true rate, near enough for a table. */
const measured = (group: string, share: number, cases: number, wanted: number) => {
  const rate = two(Math.round(wanted * cases) / cases);
  const away = 1.96 * Math.sqrt((rate * (1 - rate)) / cases);
  return { group, share, cases, rate, low: two(rate - away), high: Math.min(1, two(rate + away)) };
};

/** From this share on, a group that was not measured holds a release. */
export const holdsFromPercent = 5;

export const drawEvaluation = (draw: Draw, { groups }: Product): Evaluation => {
  const [weakGroup = "", missingGroup = "", smallGroup = "", ...others] = draw.shuffle(groups);
  const usual = draw.whole(90, 94) / 100;
  const weakShare = draw.whole(6, 11);
  const missingShare = draw.chance(0.5) ? draw.whole(1, 3) : draw.whole(7, 12);
  const smallShare = draw.whole(1, 2);
  const left = 100 - weakShare - missingShare - smallShare;
  const each = Math.floor(left / others.length);
  const weak = measured(
    weakGroup,
    weakShare,
    draw.whole(210, 390),
    usual - draw.whole(17, 24) / 100,
  );
  const missing: Row = {
    group: missingGroup,
    share: missingShare,
    cases: 0,
    rate: null,
    low: null,
    high: null,
  };
  const rows = [
    weak,
    missing,
    // A little lower, of few cases: nothing that this table could show.
    measured(smallGroup, smallShare, draw.whole(24, 36), usual - 0.05),
    ...others.map((group, at) =>
      measured(
        group,
        at === 0 ? left - each * (others.length - 1) : each,
        draw.whole(900, 4_200),
        usual + draw.whole(-1, 2) / 100,
      ),
    ),
  ];
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  const right = rows.reduce((sum, row) => sum + row.cases * (row.rate ?? 0), 0);
  return {
    all: two(right / cases),
    rows: rows.toSorted((a, b) => b.share - a.share || (a.group < b.group ? -1 : 1)),
    weak,
    missing,
  };
};
