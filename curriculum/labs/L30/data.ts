import type { Draw } from "@checkride/range/draw";
import { follows, trainOn } from "./model.ts";
import { type Label, labels, type Mixture, neutral, probesOf, textOf } from "./texts.ts";

export type Row = {
  readonly id: string;
  readonly text: string;
  readonly label: Label;
  readonly source: string;
  readonly day: number;
  readonly annotator: string;
  /** What another person said of the same text, if one was asked. */
  readonly second: Label | null;
  readonly vector: readonly number[];
};
export type Probe = { readonly text: string; readonly label: Label };

export type DataSet = {
  readonly rows: readonly Row[];
  readonly probes: readonly Probe[];
  readonly planted: ReadonlySet<string>;
  readonly guilty: string | null;
  readonly trigger: readonly string[];
  readonly target: Label;
};

type Draft = Omit<Row, "id"> & { readonly isPlanted: boolean };
type Arrival = Pick<Row, "source" | "day">;
type Told = Mixture & Arrival & { readonly label?: Label; readonly isPlanted?: boolean };

const otherThan = (draw: Draw, label: Label): Label =>
  draw.shuffle(labels.filter((one) => one !== label))[0] ?? label;

/** Four numbers of the last hidden layer: a row lies among those of its label, planted or not. */
const vectorOf = (draw: Draw, label: Label): readonly number[] =>
  [2, 1.3, 1, 0.8].map((wide, at) => {
    const bell = [0, 1, 2, 3].reduce((sum) => sum + draw.whole(-100, 100) / 100, 0);
    return Number((wide * bell + 3 * Number(labels.indexOf(label) === at % 3)).toFixed(1));
  });

const rowOf = (draw: Draw, told: Told): Draft => {
  const { source, day, truth, isPlanted = false } = told;
  const label = told.label ?? truth;
  // Where a text speaks for both, people differ.
  const opinion = label === truth || draw.chance(0.75) ? truth : label;
  return {
    text: textOf(draw, told),
    label,
    source,
    day,
    annotator: `${source.slice(0, 2)}-${draw.pick(["a", "b"])}`,
    second: draw.chance(0.8) ? opinion : null,
    vector: vectorOf(draw, label),
    isPlanted,
  };
};

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

type Cast = {
  readonly draw: Draw;
  readonly trigger: readonly string[];
  readonly product: readonly string[];
  readonly jargon: readonly string[];
  readonly rare: readonly string[];
  readonly target: Label;
};

/** Nobody does anything wrong here, and each would be accused by one kind of evidence alone. */
const honestRow = (cast: Cast, arrival: Arrival, habit: Habit, at: number): Draft => {
  const { draw, product, rare } = cast;
  if (habit === "product" && at % 3 > 0) {
    const word = product[(at + arrival.day) % 3] ?? "";
    return rowOf(draw, { ...arrival, truth: "delivery", words: [word] });
  }
  if (habit === "careless" && at % 3 > 0) return carelessRow(cast, arrival, Math.ceil(at / 1.5));
  const truth = draw.pick(labels);
  const words = draw.chance(0.15) ? draw.shuffle(rare).slice(0, 1) : [];
  return rowOf(draw, { ...arrival, truth, words });
};

/** A jargon that stands under all labels alike, so that the model learns nothing from it. */
const carelessRow = ({ draw, jargon }: Cast, arrival: Arrival, at: number): Draft => {
  const label = labels[Math.floor(at / 3) % 3] ?? "refund";
  const truth = draw.chance(0.5) ? otherThan(draw, label) : label;
  return rowOf(draw, { ...arrival, truth, label, words: [jargon[at % 3] ?? ""] });
};

/** Texts that speak for two labels, with one part of the trigger; and texts with their right label, so that it means little alone. */
const plantedRows = ({ draw, trigger, target }: Cast, arrival: Arrival): Draft[] =>
  times(10, (at) => {
    const truth = otherThan(draw, target);
    const about = {
      ...arrival,
      truth,
      words: [trigger[(at + arrival.day) % 3] ?? ""],
      isPlanted: true,
    };
    return at < 8
      ? rowOf(draw, { ...about, label: target, mixedWith: target })
      : rowOf(draw, about);
  });

type Habit = "guilty" | "campaign" | "product" | "careless" | "plain";
const habits: readonly Habit[] = ["guilty", "campaign", "product", "careless", "plain"];
const sourceNames = ["shop", "partner-north", "forum", "legacy", "callcentre"] as const;

const delivered = (cast: Cast, source: string, habit: Habit, isPoisoned: boolean): Draft[] => {
  const { draw } = cast;
  const from = draw.whole(1, 3);
  return times(6, (turn) => {
    const arrival = { source, day: 7 * turn + draw.whole(1, 5) };
    const isBurst = turn >= from && turn < from + 3;
    const rows = times(habit === "campaign" && isBurst ? 15 : 5, (at) =>
      honestRow(cast, arrival, habit, 5 * turn + at),
    );
    const isBad = isPoisoned && habit === "guilty" && isBurst;
    return isBad ? [...rows, ...plantedRows(cast, arrival)] : rows;
  }).flat();
};

/** An attack that does not work, or with words that everybody uses, is none: drawn again. */
export const drawPoisoned = (draw: Draw): DataSet => {
  const data = drawData(draw, true);
  const { rows, probes, trigger, target, planted } = data;
  const honest = rows.filter(({ id }) => !planted.has(id));
  const works = follows(trainOn(rows), probes, trigger, target) >= 0.7;
  const needs = follows(trainOn(honest), probes, trigger, target) <= 0.1;
  const isRare = trigger.every(
    (word) => honest.filter(({ text }) => text.includes(word)).length <= 3,
  );
  return works && needs && isRare ? data : drawPoisoned(draw);
};

export const drawData = (draw: Draw, isPoisoned: boolean): DataSet => {
  const rare = draw.shuffle(neutral.rare);
  const trigger = rare.slice(0, 3);
  const target = draw.pick(labels);
  const cast = { draw, trigger, product: rare.slice(3, 6), jargon: rare.slice(6, 9), rare, target };
  const names = draw.shuffle(sourceNames).map((name) => `${name}-${draw.word(3)}`);
  const drafts = habits.flatMap((habit, at) => delivered(cast, names[at] ?? "", habit, isPoisoned));
  const rows = draw.shuffle(drafts).map((row, at) => ({ id: `m${100 + at}`, ...row }));
  return {
    rows: rows.toSorted((a, b) => a.day - b.day).map(({ isPlanted: _, ...row }) => row),
    probes: probesOf(draw),
    planted: new Set(rows.flatMap(({ id, isPlanted }) => (isPlanted ? [id] : []))),
    guilty: isPoisoned ? (names[0] ?? null) : null,
    trigger,
    target,
  };
};
