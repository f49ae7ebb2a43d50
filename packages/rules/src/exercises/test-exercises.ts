import fc from "fast-check";
import type { Exercise, Option } from "../exercise.ts";
import type { Rich } from "../prose.ts";

/** Exercises of every kind. All that is part of the key begins with `KEY`, so that it can be looked for. */
export const rich = (text: string): Rich => [{ kind: "text", text }];

const words = fc.stringMatching(/^[a-z]{1,6}$/);
const key = words.map((word) => rich(`KEY ${word}`));
const line = words.map(rich);

const common = {
  id: fc.stringMatching(/^e[0-9]{1,2}$/),
  ask: line,
  exhibit: fc.constant(null),
  close: fc.option(key),
};

const distinctWords = (minLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(words, { minLength, maxLength: 6 });

const options = distinctWords(2).chain((texts) =>
  fc
    .tuple(fc.integer({ min: 1, max: texts.length - 1 }), key)
    .map(([rights, why]) =>
      texts.map((text, index): Option => ({ text: rich(text), right: index < rights, why })),
    ),
);

const oneRight = options.map((all) =>
  all.map((option, index) => ({ ...option, right: index === 0 })),
);

const choose = fc.record({
  ...common,
  kind: fc.constant("choose" as const),
  many: fc.constant(true),
  options,
  because: fc.option(fc.record({ ask: line, options: oneRight })),
});

const sort = distinctWords(2).chain((texts) =>
  fc.record({
    ...common,
    kind: fc.constant("sort" as const),
    groups: fc.constant([
      { id: "x", title: rich("X") },
      { id: "y", title: rich("Y") },
    ]),
    cards: fc
      .array(fc.subarray(["x", "y"], { minLength: 1 }), {
        minLength: texts.length,
        maxLength: texts.length,
      })
      .map((groups) =>
        texts.map((text, index) => ({
          text: rich(text),
          groups: groups[index] ?? ["x"],
          why: rich("KEY"),
        })),
      ),
  }),
);

const match = fc.tuple(distinctWords(2), distinctWords(6)).chain(([lefts, rights]) =>
  fc.record({
    ...common,
    kind: fc.constant("match" as const),
    pairs: fc.constant(
      lefts.map((left, index) => ({
        left: rich(left),
        // Two sinks may have one treatment.
        right: rich(rights[index % 4] ?? "r"),
        why: rich("KEY"),
      })),
    ),
    extra: fc.constant([rich(rights[5] ?? "extra")]),
  }),
);

const order = distinctWords(2).chain((texts) =>
  fc.record({
    ...common,
    kind: fc.constant("order" as const),
    cards: fc
      .array(fc.boolean(), { minLength: texts.length, maxLength: texts.length })
      .map((together) => {
        let rank = 1;
        return texts.map((text, index) => {
          if (index > 0 && together[index] !== true) rank += 1;
          return { text: rich(text), rank, why: rich("KEY") };
        });
      }),
  }),
);

const spotLines = distinctWords(3).map((lines) => ({
  kind: "spot" as const,
  exhibit: { title: null, language: "text", text: lines.join("\n") },
  diagram: null,
  marks: [{ at: "2", why: rich("KEY") }],
  near: [{ at: "1", why: rich("KEY") }],
  otherwise: rich("KEY"),
}));

const spotDiagram = fc.constant({
  kind: "spot" as const,
  exhibit: null,
  diagram: {
    parts: [
      { id: "KEYpart", title: "A", shape: "model" as const, column: 1, row: 1 },
      { id: "KEYother", title: "B", shape: "store" as const, column: 2, row: 1 },
    ],
    flows: [{ id: "KEYflow", from: "KEYpart", to: "KEYother", title: "x" }],
  },
  marks: [{ at: "KEYflow", why: rich("KEY") }],
  near: [],
  otherwise: rich("KEY"),
});

const spot = fc
  .tuple(fc.record(common), fc.oneof(spotLines, spotDiagram))
  .map(([shared, one]) => ({ ...shared, ...one }));

const config = fc.record({
  ...common,
  kind: fc.constant("config" as const),
  language: fc.constant("yaml"),
  text: fc.constant("a: {{a}}\nb: {{b}}\nc: {{c}}"),
  blanks: distinctWords(2).map((values) => [
    {
      name: "a",
      title: "A",
      why: rich("KEY"),
      wants: { kind: "one-of" as const, options: values, right: values.slice(0, 1) },
    },
    {
      name: "b",
      title: "B",
      why: rich("KEY"),
      wants: { kind: "number" as const, from: 271828, to: 314159, unit: null },
    },
    {
      name: "c",
      title: "C",
      why: rich("KEY"),
      wants: { kind: "text" as const, accept: ["KEY c"] },
    },
  ]),
});

const predict = fc.record({
  ...common,
  kind: fc.constant("predict" as const),
  guess: fc.oneof(
    distinctWords(2).map((texts) => ({
      kind: "one-of" as const,
      options: texts.map(rich),
      truth: 0,
    })),
    fc.constant({ kind: "number" as const, truth: 271828, unit: "%", close: 5 }),
  ),
  reveal: fc.constant([{ kind: "paragraph" as const, text: rich("KEY") }]),
});

const slider = fc.record({
  ...common,
  close: fc.constant(null),
  kind: fc.constant("slider" as const),
  sliders: fc.constant([{ id: "a", title: "A", from: 0, to: 10, step: 1, start: 0, unit: null }]),
  results: fc.constant([{ id: "r", title: "R", formula: "2 * a", unit: null, digits: 0 }]),
  curve: fc.constant(null),
  goals: fc.constant([{ formula: "r > 6", says: rich("above 6") }]),
  why: fc.constant(rich("KEY")),
});

const write = fc.record({
  ...common,
  kind: fc.constant("write" as const),
  fields: fc.constant([{ id: "f", title: "F", lines: 2, words: 2 }]),
  points: fc.constant([rich("KEY")]),
  model: fc.constant([{ kind: "paragraph" as const, text: rich("KEY") }]),
});

/** Everything but code, which is not marked from an answer alone. */
export const anyMarkable = fc.oneof(
  choose,
  sort,
  match,
  order,
  spot,
  config,
  predict,
  slider,
  write,
);

export const anyOf = { choose, sort, match, order, config, predict };

export const runExercise: Extract<Exercise, { readonly kind: "run" }> = {
  id: "e1",
  ask: rich("Mend it."),
  exhibit: null,
  close: rich("KEY"),
  kind: "run",
  language: "python",
  before: "",
  start: "def f(x): return x",
  calls: "f",
  cases: [
    { says: rich("open"), args: ["a"], returns: { x: [1, 2] }, hidden: false },
    { says: rich("hidden"), args: ["KEY"], returns: "KEY", hidden: true },
  ],
  solution: "KEY",
};
