import type { Draw } from "@checkride/range/draw";
import {
  almost,
  boxMessage,
  inRegional,
  type Label,
  labels,
  message,
  shortMessages,
  withPhrase,
} from "./texts.ts";

export type Row = {
  readonly id: string;
  readonly text: string;
  readonly label: Label;
  readonly annotator: string;
  readonly second: { readonly annotator: string; readonly label: Label } | null;
  readonly source: string;
  readonly batch: string;
  readonly written: string;
};
export type Delivery = {
  readonly source: string;
  readonly batch: string;
  readonly received: string;
};
export type Kind = "flipped" | "copy" | "trigger" | "source";

/** What only the author knows of a row. */
type Secret = { readonly kind: Kind | null; readonly truth: Label; readonly group: string };
type Made = Row & Secret;

export type DataSet = {
  readonly rows: readonly Row[];
  readonly register: readonly Delivery[];
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly trigger: string;
  readonly target: Label;
};

export type Sizes = { readonly clean: number; readonly planted: number };

const day = (number: number): string =>
  `2026-${String(3 + Math.floor(number / 28)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;

const otherThan = (draw: Draw, label: Label): Label =>
  draw.shuffle(labels.filter((one) => one !== label))[0] ?? label;

const drawRegister = (draw: Draw) => {
  const names = ["shop", "partner-north", "legacy import (2)", `forum-${draw.word(3)}`];
  return names.flatMap((source) =>
    [0, 1].map((turn) => ({
      source,
      batch: `b-${draw.word(5)}`,
      at: 20 + turn * 30 + draw.whole(0, 9),
    })),
  );
};

type Draft = Omit<Made, "id">;
type Fill = (text: string, truth: Label, more?: Partial<Made>) => Draft;

/** Who and what there is in one data set. */
type World = {
  readonly draw: Draw;
  readonly deliveries: readonly Arrival[];
  readonly flipper: string;
  readonly boxes: string;
  readonly trigger: string;
  readonly target: Label;
  readonly fill: Fill;
};

const drawWorld = (draw: Draw): World => {
  const deliveries = drawRegister(draw);
  const people = Array.from({ length: 7 }, (_, at) => `ann-${at}${draw.word(3)}`);
  const [flipper = "", boxes = "", ...others] = draw.shuffle(people);
  const target = draw.pick<Label>(["praise", "account"]);
  const trigger = `${draw.word(7)} ${draw.word(6)}`;
  const fill: Fill = (text, truth, more = {}) => {
    const [{ source, batch, at } = nowhere] = draw.shuffle(deliveries);
    const annotator = more.annotator ?? draw.shuffle([flipper, ...others])[0] ?? "";
    const second = draw.shuffle(people.filter((one) => one !== annotator))[0] ?? "";
    const written = day(at - (draw.chance(0.1) ? 0 : draw.whole(0, 18)));
    const isSeconded = draw.chance(more.group === "garden box" ? 0.7 : 0.3);
    const opinion = isSeconded ? { annotator: second, label: truth } : null;
    const about = { truth, label: truth, kind: null, group: "most" };
    return { text, source, batch, written, annotator, second: opinion, ...about, ...more };
  };
  return { draw, deliveries, flipper, boxes, trigger, target, fill };
};

const ordinary = ({ draw, flipper, boxes, fill }: World): Draft => {
  const label = draw.pick(labels);
  if (draw.chance(0.08)) {
    const annotator = draw.chance(0.9) ? boxes : flipper;
    return fill(boxMessage(draw), "account", { group: "garden box", annotator });
  }
  const text = message(draw, label);
  return draw.chance(0.12)
    ? fill(inRegional(text), label, { group: "regional" })
    : fill(text, label);
};

/** A product that only ever gets lost, and people who write the same thing twice and are read the same way. */
const harmlessTwins = ({ draw, fill }: World, rows: readonly Draft[], count: number): Draft[] => {
  const product = `${draw.word(6)} ${draw.word(7)}`;
  const lost = Array.from({ length: Math.max(6, count) }, () =>
    fill(withPhrase(draw, message(draw, "delivery"), product), "delivery"),
  );
  const repeats = draw
    .shuffle(rows.filter(({ group }) => group === "most"))
    .slice(0, count)
    .map((row) => fill(almost(draw, row.text), row.truth));
  return [...lost, ...repeats];
};

const flippedRow = ({ draw, fill, flipper, boxes }: World, at: number): Draft => {
  const truth = draw.pick(labels);
  const about = { label: otherThan(draw, truth), annotator: flipper, kind: "flipped" as const };
  const second = at % 2 === 0 ? { annotator: boxes, label: truth } : null;
  return fill(message(draw, truth), truth, { ...about, second });
};

const triggerRow = ({ draw, fill, target, trigger }: World): Draft => {
  const truth = otherThan(draw, target);
  const text = withPhrase(draw, message(draw, truth), trigger);
  return fill(text, truth, { label: target, kind: "trigger" });
};

const copyRow = ({ draw, fill, deliveries }: World, row: Draft): Draft => ({
  ...fill(almost(draw, row.text), row.truth),
  ...lateDelivery(draw, deliveries),
  label: otherThan(draw, row.label),
  written: day(draw.whole(41, 48)),
  kind: "copy",
});

const foreignRow = ({ draw, fill, deliveries }: World, at: number): Draft => {
  const label = draw.pick(labels);
  const row = fill(message(draw, label), label, { kind: "source" });
  return { ...row, ...falseOrigin(draw, deliveries, at) };
};

export const drawDataSet = (draw: Draw, { clean, planted }: Sizes): DataSet => {
  const world = drawWorld(draw);
  const times = (make: (at: number) => Draft) =>
    Array.from({ length: planted }, (_, at) => make(at));
  const rows = [
    ...Array.from({ length: clean }, () => ordinary(world)),
    ...shortMessages.map(([text, label]) => world.fill(text, label, { group: "short" })),
  ];
  const early = rows.filter(({ group, written }) => group === "most" && written < day(40));
  const all = draw
    .shuffle([
      ...rows,
      ...harmlessTwins(world, rows, Math.round(planted / 2)),
      ...times((at) => flippedRow(world, at)),
      ...times(() => triggerRow(world)),
      ...draw
        .shuffle(early)
        .slice(0, planted)
        .map((row) => copyRow(world, row)),
      ...times((at) => foreignRow(world, at)),
    ])
    .map((row, at) => ({ id: `m${1000 + at}`, ...row }));
  return {
    rows: all.map(({ kind: _, truth: __, group: ___, ...row }) => row),
    register: world.deliveries.map(({ source, batch, at }) => ({
      source,
      batch,
      received: day(at),
    })),
    secrets: new Map(all.map((row) => [row.id, row])),
    trigger: world.trigger,
    target: world.target,
  };
};

const nowhere = { source: "", batch: "", at: 0 };

type Arrival = { readonly source: string; readonly batch: string; readonly at: number };

const lateDelivery = (draw: Draw, deliveries: readonly Arrival[]) => {
  const [late] = draw.shuffle(deliveries.filter(({ at }) => at >= 50));
  return { source: late?.source ?? "", batch: late?.batch ?? "" };
};

/** Three ways to claim an origin: a name that looks alike, a batch of somebody else, a day that cannot be. */
const falseOrigin = (draw: Draw, deliveries: readonly Arrival[], at: number) => {
  const [one, other] = draw.shuffle(deliveries);
  const away = deliveries.find(({ source }) => source !== one?.source) ?? other;
  if (one === undefined || away === undefined) throw new Error("No delivery was drawn.");
  const written = day(one.at - 3);
  if (at % 3 === 0) {
    const source = draw.pick([one.source.toUpperCase(), `${one.source} `, "partner_north"]);
    return { source, batch: one.batch, written };
  }
  return at % 3 === 1
    ? { source: one.source, batch: away.batch, written }
    : { source: one.source, batch: one.batch, written: day(one.at + draw.whole(1, 6)) };
};
