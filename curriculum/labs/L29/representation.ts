import type { Draw } from "@checkride/range/draw";

export type Vector = readonly number[];
export type ClassRows = { readonly ids: readonly string[]; readonly vectors: readonly Vector[] };

/** The last hidden layer of a small model, class by class, as the training job writes it out. */
export type Representation = {
  readonly classes: Readonly<Record<string, ClassRows>>;
  readonly share: number;
  readonly planted: ReadonlySet<string>;
  readonly poisoned: string | null;
  /** What the trigger adds to the representation of any row. */
  readonly trigger: Vector;
};

export type Wishes = {
  readonly isPoisoned: boolean;
  readonly sizes: readonly [number, number, number];
};

const dims = 12;
const names = ["billing", "delivery", "praise"] as const;

/** As wide as a bell. Four draws are near enough to it, and no honest row is as far out as a planted one. */
const bell = (draw: Draw): number => {
  let sum = -2;
  for (let at = 0; at < 4; at += 1) sum += draw.whole(0, 9999) / 10_000;
  return Math.sqrt(3) * sum;
};

const unit = (draw: Draw): Vector => {
  const raw = Array.from({ length: dims }, () => bell(draw));
  const size = Math.hypot(...raw);
  return raw.map((x) => x / size);
};

const add = (one: Vector, other: Vector, factor = 1): Vector =>
  one.map((x, at) => x + factor * (other[at] ?? 0));

const dot = (one: Vector, other: Vector): number =>
  one.reduce((sum, x, at) => sum + x * (other[at] ?? 0), 0);

/** What is left of a direction after those of others are taken out of it, one after the other. */
const away = (from: Vector, others: readonly Vector[]): Vector => {
  const basis: Vector[] = [];
  const without = (way: Vector): Vector => {
    const left = basis.reduce((rest, known) => add(rest, known, -dot(rest, known)), way);
    const size = Math.hypot(...left);
    return left.map((x) => x / size);
  };
  for (const other of others) basis.push(without(other));
  return without(from);
};

/** A class has its own middle, none farther from zero, and is wider in some directions than in others. */
type Shape = { readonly middle: Vector; readonly spread: Vector };

const drawShape = (draw: Draw, common: Vector): Shape => ({
  middle: add(common, away(unit(draw), [common]), 3.5),
  spread: draw.shuffle([1.9, 1.5, 1.2, 1, 1, 0.9, 0.8, 0.8, 0.7, 0.7, 0.6, 0.6]),
});

const drawRow = (draw: Draw, { middle, spread }: Shape): Vector =>
  add(
    middle,
    spread.map((wide) => wide * bell(draw)),
  );

export const drawRepresentation = (draw: Draw, wishes: Wishes): Representation => {
  const common = unit(draw).map((x) => 30 * x);
  const shapes = names.map(() => drawShape(draw, common));
  const middles = shapes.map(({ middle }) => middle);
  const trigger = away(unit(draw), middles).map((x) => 11 * x);
  const target = draw.whole(0, 2);
  const share = draw.whole(5, 7) / 100;
  const planted = new Set<string>();
  const classes = Object.fromEntries(
    names.map((name, place) => {
      const count = wishes.sizes[place] ?? 0;
      const bad = wishes.isPoisoned && place === target ? Math.floor(share * count) : 0;
      const rows = draw.shuffle(
        Array.from({ length: count }, (_, at) => {
          const from = at < bad ? shapes[(place + 1) % 3] : shapes[place];
          if (from === undefined) throw new Error("A class has no shape.");
          const row = drawRow(draw, from);
          return { isBad: at < bad, vector: at < bad ? add(row, trigger) : row };
        }),
      );
      const ids = rows.map(({ isBad }) => {
        const id = `r${draw.word(6)}`;
        if (isBad) planted.add(id);
        return id;
      });
      const vectors = rows.map(({ vector }) => vector.map((x) => Number(x.toFixed(2))));
      return [name, { ids, vectors }];
    }),
  );
  return {
    classes,
    share,
    planted,
    poisoned: wishes.isPoisoned ? (names[target] ?? null) : null,
    trigger,
  };
};
