import type { Check, CheckCase } from "@checkride/range/checks";
import type { Draw } from "@checkride/range/draw";
import { lookAlikes } from "./look-alikes.ts";
import { hostileFiles } from "./pickles.ts";
import {
  bodyOf,
  drawKey,
  drawModel,
  type Entry,
  entriesOf,
  entry,
  fileOf,
  floats,
  goodFile,
  headerOf,
  loading,
  type Model,
  refused,
  scoresOf,
  tagOf,
  textBytes,
} from "./tensors-file.ts";

const loads = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const model: Model = { weights: [2, -1.5], bias: 0.25, rows: [[3, 1]] };
  const shown = loading({ data: goodFile(model), key, rows: model.rows }, scoresOf(model));
  const others = [true, false].map((isReversed) => {
    const drawn = drawModel(draw);
    const entries = entriesOf(drawn);
    const about: Entry = ["__metadata__", { trained: draw.word(5), note: "Müller's run" }];
    const header = headerOf([...(isReversed ? entries.toReversed() : entries), about]);
    const data = fileOf(header, bodyOf(drawn));
    return loading({ data, key, rows: drawn.rows }, scoresOf(drawn));
  });
  return [{ ...shown, isPublic: true }, ...others, severalTensors(draw)];
};

/** More tensors than are needed, one of them a table, the data in another order than the header. */
const severalTensors = (draw: Draw): CheckCase => {
  const model = drawModel(draw);
  const { weights, bias, rows } = model;
  const table = [1, 2, 3, 4, 5, 6].map((n) => n * draw.whole(1, 50));
  const header = headerOf([
    entry("weights", 28, weights.length),
    entry("table", 4, 6, { shape: [2, 3] }),
    entry("bias", 0, 1),
  ]);
  const data = fileOf(header, Buffer.concat([floats([bias]), floats(table), floats(weights)]));
  return loading({ data, key: drawKey(draw), rows }, scoresOf(model));
};

const pickles = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const files = hostileFiles(draw);
  return [
    ...files.map(([name, data], at) => ({
      ...refused("format", { name, data, key }),
      ...(at === 0 && { isPublic: true }),
    })),
    ...files
      .slice(0, 4)
      .map(([name, data]) =>
        refused("signature", { name, data, key, tag: tagOf(drawKey(draw), data) }),
      ),
  ];
};

const flipped = (data: Buffer, at: number): Buffer => {
  const other = Buffer.from(data);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};

const changed = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const data = goodFile(drawModel(draw));
  const tag = tagOf(key, data);
  const longer = Buffer.concat([data, floats([1])]);
  const rubbish = [fileOf("{", floats([1])), textBytes(draw.word(3)), fileOf("[".repeat(50), data)];
  return [
    ...[0, 8, 20, data.length - 1].map((at) =>
      refused("signature", { data: flipped(data, at), tag, key }),
    ),
    refused("signature", { data: longer, tag, key }),
    refused("signature", { data, tag: tagOf(drawKey(draw), data), key }),
    ...rubbish.map((other) => refused("signature", { data: other, tag, key })),
  ];
};

const oddTags = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const data = goodFile(drawModel(draw));
  const tag = tagOf(key, data);
  const odd = [
    null,
    "",
    tag.slice(0, 8),
    tag.slice(0, -1),
    `${tag}0`,
    `é${tag.slice(1)}`,
    "0".repeat(64),
  ];
  return odd.map((given) => refused("signature", { data, key, tag: given }));
};

const headers = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const model = drawModel(draw);
  const good = headerOf(entriesOf(model));
  const body = bodyOf(model);
  const twice = headerOf([...entriesOf(model), entry("weights", 0, model.weights.length)]);
  const files = [
    textBytes(draw.word(draw.whole(1, 7))),
    Buffer.alloc(0),
    fileOf(good, body, 2n ** 63n),
    fileOf(good, body, BigInt(good.length + body.length + 1)),
    fileOf(good.slice(0, -1), body),
    fileOf(`${"[".repeat(30_000)}`, body),
    fileOf(`${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`, body),
    fileOf("[]", body),
    fileOf('"weights"', body),
    fileOf("null", body),
    fileOf(`{"weights":${draw.whole(1, 9)},"bias":[]}`, body),
    fileOf(twice, body),
    Buffer.concat([fileOf("", Buffer.alloc(0), 4n), textBytes('{"\xff"'), body]),
    fileOf(good + " ".repeat(65_536), body),
  ];
  return files.map((data) => refused("format", { data, key }));
};

const withWeights = (draw: Draw, more: (count: number) => object): CheckCase => {
  const model = drawModel(draw);
  const count = model.weights.length;
  const header = headerOf([entry("weights", 0, count, more(count)), entry("bias", 4 * count, 1)]);
  return refused("format", { data: fileOf(header, bodyOf(model)), key: drawKey(draw) });
};

const offsets = (draw: Draw): readonly CheckCase[] =>
  [
    (count: number) => [0, 4 * count + draw.whole(5, 900)],
    (count: number) => [4 * count, 0],
    (count: number) => [-4 * (count + 1), -4],
    (count: number) => [0, 4 * count, 4 * count],
    (count: number) => [0, String(4 * count)],
    (count: number) => [0.5, 4 * count],
    (count: number) => [false, 4 * count],
    () => [0],
    () => null,
    () => ({ 0: 0, 1: 8 }),
  ].map((make) => withWeights(draw, (count) => ({ data_offsets: make(count) })));

const shapes = (draw: Draw): readonly CheckCase[] => [
  ...[
    { dtype: "F64" },
    { dtype: null },
    { dtype: ["F32"] },
    { shape: null },
    { shape: [2 ** 40] },
    { shape: [1.5] },
  ].map((more) => withWeights(draw, () => more)),
  withWeights(draw, (count) => ({ shape: [count + 1] })),
  withWeights(draw, (count) => ({ shape: [-1, -count] })),
  withWeights(draw, (count) => ({ shape: [true, count] })),
  withWeights(draw, (count) => ({ shape: String(count) })),
  ...[Number.NaN, Number.POSITIVE_INFINITY].map((value) => {
    const model = { ...drawModel(draw), bias: value };
    return refused("format", { data: goodFile(model), key: drawKey(draw) });
  }),
];

const hidden = (draw: Draw): readonly CheckCase[] => {
  const key = drawKey(draw);
  const model = drawModel(draw);
  const count = model.weights.length;
  const extra = textBytes(draw.word(4 * draw.whole(1, 5)));
  const body = bodyOf(model);
  const later = [entry("weights", extra.length, count), entry("bias", extra.length + 4 * count, 1)];
  const apart = [entry("weights", 0, count), entry("bias", extra.length + 4 * count, 1)];
  const overlap = [entry("weights", 0, count), entry("bias", 4 * count - 4, 1)];
  const between = Buffer.concat([floats(model.weights), extra, floats([model.bias])]);
  return [
    fileOf(headerOf(entriesOf(model)), Buffer.concat([body, extra])),
    fileOf(headerOf(later), Buffer.concat([extra, body])),
    fileOf(headerOf(apart), between),
    fileOf(headerOf(overlap), floats(model.weights)),
    fileOf(headerOf([...entriesOf(model), entry("again", 0, count)]), body),
  ].map((data) => refused("format", { data, key }));
};

export const checks: readonly Check[] = [
  {
    id: "models-load",
    half: "works",
    says: "Signed models load and score as before, whatever the order of their tensors.",
    why: "A good file has a header, tensors that fill the data, and perhaps metadata.",
    cases: loads,
  },
  {
    id: "look-alikes-load",
    half: "works",
    says: "Tensors load also where the file's name, its first bytes or its texts remind of a pickle.",
    why: "A name says nothing, a magic number of two bytes may be a length, and words are no program. Parse the one good format; all else is refused by not being it.",
    cases: lookAlikes,
  },
  {
    id: "payload-never-runs",
    half: "attacks",
    says: "Pickles are refused in every wrapping, signed or not, and nothing in them runs.",
    why: "A signature says who wrote the file. Lists of forbidden names are always one name short.",
    cases: pickles,
  },
  {
    id: "signature-first",
    half: "attacks",
    says: "What was changed or signed with another key is refused for its signature, however broken it is inside.",
    why: "Verify the bytes before you interpret one of them: a parser is the first thing that an attacker reaches.",
    cases: changed,
  },
  {
    id: "tag-whole",
    half: "attacks",
    says: "A missing, shortened or strange tag is refused like a wrong one.",
    why: "A tag is equal as a whole or not at all. `compare_digest` takes texts of ASCII only; give it bytes.",
    cases: oddTags,
  },
  {
    id: "header-sound",
    half: "attacks",
    says: "A header that is too long, cut off, nested without end, ambiguous or no object is refused for its format.",
    why: "Compare the length with the file before you slice: Python forgives. JSON has more ways to fail than one exception.",
    cases: headers,
  },
  {
    id: "offsets-inside",
    half: "attacks",
    says: "A tensor that begins or ends outside of the data is refused for its format.",
    why: "Slices never complain: a negative place counts from the end, and one behind the end is cut.",
    cases: offsets,
  },
  {
    id: "shapes-fit",
    half: "attacks",
    says: "A tensor whose type, shape or numbers do not fit its bytes is refused for its format.",
    why: "A shape is counts whose product is the number of values. One NaN makes every score NaN.",
    cases: shapes,
  },
  {
    id: "nothing-else-inside",
    half: "attacks",
    says: "Bytes that belong to no tensor, or to two, are refused for their format.",
    why: "A file may be two things at once. Where each byte has one owner, there is no room for the second.",
    cases: hidden,
  },
];
