import type { CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import {
  type Anchor,
  anchorAt,
  chain,
  drawFields,
  type Fields,
  headOf,
  sha256,
} from "./log-lines.ts";

export type Log = {
  readonly fields: readonly Fields[];
  readonly lines: readonly string[];
  readonly anchors: readonly [Anchor, Anchor];
};

/** A dozen entries, anchored twice, and two more since. */
export const drawLog = (draw: Draw): Log => {
  const fields = drawFields(draw, draw.whole(11, 14));
  const lines = chain("triage job", fields);
  return { fields, lines, anchors: [anchorAt(lines, 4), anchorAt(lines, lines.length - 2)] };
};

const checked = (
  lines: readonly string[],
  anchors: readonly Anchor[],
  broken: readonly number[],
  unmet: readonly Anchor[],
): CheckCase => ({
  args: ["check", { lines, anchors: anchors.map((one) => ({ ...one })) }],
  wants: { broken, anchors: unmet.map(({ count }) => count) },
});

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

export const sound = (draw: Draw): readonly CheckCase[] => {
  const { lines, anchors } = drawLog(draw);
  const spaced = chain("a", drawFields(draw, 3)).slice(0, 1);
  return [
    { ...checked(lines.slice(0, 4), anchors.slice(0, 1), [], []), isPublic: true },
    checked(lines, anchors, [], []),
    checked(lines, [], [], []),
    checked([], [], [], []),
    checked(spaced, [anchorAt(spaced, 1)], [], []),
  ];
};

const withNote = (line: string, note: string): string =>
  line.replace(/"note":"[^"]*"/, `"note":"${note}"`);

export const edits = (draw: Draw): readonly CheckCase[] => {
  const { lines, anchors } = drawLog(draw);
  const [early, late] = anchors;
  const edited = (at: number) =>
    lines.map((line, place) =>
      place === at - 1 ? withNote(line, `recall ${draw.word(4)}`) : line,
    );
  const rubbish = (at: number, text: string) =>
    lines.map((line, place) => (place === at - 1 ? text : line));
  const blank = lines.map((line, place) => (place === 5 ? `${line} ` : line));
  return [
    { ...checked(edited(2), anchors, [3], []), isPublic: true },
    checked(edited(early.count), anchors, [early.count + 1], [early]),
    checked(edited(late.count), anchors, [late.count + 1], [late]),
    checked(blank, anchors, [7], []),
    checked(rubbish(6, draw.word(8)), anchors, [6, 7], []),
    checked(rubbish(3, "[]"), anchors, [3, 4], []),
    checked([...lines, "null"], anchors, [lines.length + 1], []),
    checked([...lines, "[".repeat(9_000)], anchors, [lines.length + 1], []),
  ];
};

export const moves = (draw: Draw): readonly CheckCase[] => {
  const { lines, anchors } = drawLog(draw);
  const [early, late] = anchors;
  const without = (at: number) => lines.filter((_, place) => place !== at - 1);
  const at = draw.whole(5, late.count - 3);
  const swapped = [
    ...lines.slice(0, at),
    ...lines.slice(at, at + 2).toReversed(),
    ...lines.slice(at + 2),
  ];
  const twice = [...lines.slice(0, at), ...lines.slice(at - 1)];
  return [
    checked(without(at), anchors, [at], [late]),
    checked(without(1), anchors, [1], anchors),
    checked(without(early.count), anchors, [early.count], anchors),
    checked(swapped, anchors, numbers(at + 1, at + 3), []),
    checked(twice, anchors, [at + 1], [late]),
  ];
};

/** Everything inside fits; only the anchor, which lies elsewhere, does not. */
export const rewrites = (draw: Draw): readonly CheckCase[] => {
  const { fields, lines, anchors } = drawLog(draw);
  const [early, late] = anchors;
  const other = (from: number) =>
    chain(
      "triage job",
      fields.map((one, at) => (at >= from ? { ...one, note: draw.word(5) } : one)),
    );
  return [
    checked(other(1), anchors, [], anchors),
    checked(other(early.count), anchors, [], [late]),
    checked(lines.slice(0, late.count - 1), anchors, [], [late]),
    checked(lines.slice(0, 2), anchors, [], anchors),
    checked([], anchors, [], anchors),
    checked([], [{ count: 3, head: "" }], [], [{ count: 3, head: "" }]),
    checked(lines, [early, { ...late, head: headOf(lines) }], [], [late]),
  ];
};

const forked = (
  one: readonly string[],
  other: readonly string[],
  at: number | null,
): CheckCase => ({
  args: ["fork", { one, other }],
  wants: { at },
});

export const growth = (draw: Draw): readonly CheckCase[] => {
  const { lines } = drawLog(draw);
  return [
    forked(lines, lines, null),
    forked(lines.slice(0, draw.whole(1, 6)), lines, null),
    forked(lines, [], null),
  ];
};

export const forks = (draw: Draw): readonly CheckCase[] => {
  const { fields, lines } = drawLog(draw);
  const from = draw.whole(2, 6);
  const changed = fields.map((one, at) => (at === from ? { ...one, note: draw.word(5) } : one));
  const other = chain("triage job", changed);
  const healed = lines.map((line, at) => (at === from ? withNote(line, draw.word(5)) : line));
  return [
    forked(lines, other, from + 1),
    forked(other.slice(0, from + 2), lines, from + 1),
    forked(lines, healed, from + 1),
    forked(lines.slice(0, from + 1), healed, from + 1),
  ];
};

const loading = (
  lines: readonly string[],
  anchors: readonly Anchor[],
  run: string,
  data: Buffer,
  wants: { readonly loaded: number } | { readonly refused: string },
): CheckCase => ({
  args: [
    "load",
    { lines, anchors: anchors.map((one) => ({ ...one })), run, data: data.toString("hex") },
  ],
  wants,
});

/** One run that was trained twice and anchored twice, and a third time since. */
const drawModels = (draw: Draw) => {
  const models = [0, 1, 2].map(() => Buffer.from(draw.word(12)));
  const [old = Buffer.alloc(0), current = old, later = old] = models;
  const run = `triage ${draw.word(3)}`;
  const entry = (data: Buffer): Fields => ({ run, note: "trained", model: sha256(data) });
  const [one, two, three, four] = drawFields(draw, 4).map((fields) => [fields]);
  const fields = [one, [entry(old)], two, [entry(current)], three, [entry(later)], four].flatMap(
    (all) => all ?? [],
  );
  const lines = chain("triage job", fields);
  const anchors = [anchorAt(lines, 2), anchorAt(lines, 5)];
  return { run, fields, lines, anchors, old, current, later };
};

export const models = (draw: Draw): readonly CheckCase[] => {
  const { run, lines, anchors, old, current, later } = drawModels(draw);
  return [
    loading(lines, anchors, run, current, { loaded: current.length }),
    loading(lines, anchors.slice(0, 1), run, old, { loaded: old.length }),
    loading(lines, [anchorAt(lines, 7), ...anchors], run, later, { loaded: later.length }),
  ];
};

export const swappedModels = (draw: Draw): readonly CheckCase[] => {
  const { run, fields, lines, anchors, old, current, later } = drawModels(draw);
  const refused = (because: string) => ({ refused: because });
  const swapped = Buffer.from(draw.word(12));
  const forged = lines.map((line) => line.replace(sha256(current), sha256(swapped)));
  const anew = chain(
    "triage job",
    fields.map((one) => (one.model === sha256(current) ? { ...one, model: sha256(swapped) } : one)),
  );
  const bare = fields.find(({ model }) => model === null)?.run ?? "";
  return [
    { ...loading(lines, anchors, run, swapped, refused("model")), isPublic: true },
    loading(lines, anchors, run, old, refused("model")),
    loading(lines, anchors, run, later, refused("model")),
    loading(forged, anchors, run, swapped, refused("log")),
    loading(anew, anchors, run, swapped, refused("log")),
    loading(lines.slice(0, 3), anchors, run, old, refused("log")),
    loading(lines, [], run, current, refused("unknown")),
    loading(lines, anchors, draw.word(7), current, refused("unknown")),
    loading(lines, anchors, bare, Buffer.alloc(0), refused("unknown")),
  ];
};
