import type { Draw } from "@checkride/range/draw";

type Shares = readonly number[];
type Counts = readonly number[];

export type Day = {
  readonly day: number;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly inputs: Readonly<Record<string, Counts>>;
  readonly answers: Counts;
  readonly sources: Readonly<Record<string, number>>;
  /** Known now, of the day three weeks ago. */
  readonly accuracy: number;
};
export type Planned = {
  readonly from: number;
  readonly to: number;
  readonly inputs: readonly string[];
};

export type World = {
  readonly inputs: readonly [string, string, string];
  readonly sources: readonly [string, string, string, string];
  readonly owners: Readonly<Record<string, string>>;
  readonly usual: Readonly<Record<string, Shares>>;
  readonly weekend: Readonly<Record<string, Shares>>;
};

/** Points that move from the largest part of something to another part, by day. */
export type Shift = (
  day: number,
) => ReadonlyMap<string, { readonly part: number; readonly points: number }>;

const bell = (draw: Draw): number => {
  let sum = -2;
  for (let at = 0; at < 4; at += 1) sum += draw.whole(0, 9999) / 10_000;
  return Math.sqrt(3) * sum;
};

const counts = (draw: Draw, shares: Shares, rows: number): Counts =>
  shares.map((p) => Math.max(0, Math.round(rows * p + Math.sqrt(rows * p * (1 - p)) * bell(draw))));

/** The largest part gives, the part at `to` takes. */
const moved = (shares: Shares, to: number, points: number): Shares => {
  const from = shares.indexOf(Math.max(...shares));
  return shares.map((share, at) => {
    if (at === from) return share - points / 100;
    return at === to ? share + points / 100 : share;
  });
};

export const drawWorld = (draw: Draw): World => {
  const inputs = [`f-${draw.word(4)}`, `f-${draw.word(5)}`, `f-${draw.word(6)}`] as const;
  const sources = [
    `app-${draw.word(3)}`,
    `mail-${draw.word(3)}`,
    `feed-${draw.word(3)}`,
    `shop-${draw.word(3)}`,
  ] as const;
  const all = [...inputs, "answers", ...sources];
  const usual: Readonly<Record<string, Shares>> = {
    ...Object.fromEntries(
      inputs.map((name) => [name, draw.shuffle([0.4, 0.22, 0.18, 0.12, 0.08])]),
    ),
    answers: [0.55, 0.3, 0.15],
    sources: [0.5, 0.3, 0.08, 0.12],
  };
  const weekend = Object.fromEntries(
    Object.entries(usual).map(([name, shares]) => {
      const to = name === "sources" ? 3 : shares.indexOf(Math.min(...shares));
      return [name, moved(shares, to, name === inputs[2] ? 0 : 14)];
    }),
  );
  const owners = Object.fromEntries(all.map((name) => [name, `team ${draw.word(5)}`]));
  return { inputs, sources, owners, usual, weekend };
};

const still: Shift = () => new Map();

export const drawDays = (
  draw: Draw,
  world: World,
  from: number,
  count: number,
  shift = still,
): readonly Day[] =>
  Array.from({ length: count }, (_, at): Day => {
    const day = from + at;
    const weekday = (((day - 1) % 7) + 7) % 7;
    const rows = weekday > 4 ? draw.whole(280, 320) : draw.whole(480, 520);
    const shares = (name: string): Shares => {
      const own = (weekday > 4 ? world.weekend : world.usual)[name] ?? [];
      const change = shift(day).get(name);
      return change === undefined ? own : moved(own, change.part, change.points);
    };
    const arrived = counts(draw, shares("sources"), rows);
    return {
      day,
      weekday,
      inputs: Object.fromEntries(
        world.inputs.map((name) => [name, counts(draw, shares(name), rows)]),
      ),
      answers: counts(draw, shares("answers"), rows),
      sources: Object.fromEntries(world.sources.map((name, place) => [name, arrived[place] ?? 0])),
      accuracy: Number((0.93 + 0.008 * bell(draw)).toFixed(3)),
    };
  });
