import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "./answer.ts";
import { answerTo, picks } from "./exercises/test-answers.ts";
import { anyMarkable, anyOf, rich } from "./exercises/test-exercises.ts";
import type { MarkableExercise } from "./mark-answer.ts";
import { markAnswer } from "./mark-answer.ts";
import { showExercise } from "./show-exercise.ts";

const seed = "seed";

it("every answer to what was shown is marked, between nothing and all of it", () => {
  fc.assert(
    fc.property(anyMarkable, picks, (exercise, pick) => {
      const marking = markAnswer(exercise, seed, answerTo(showExercise(exercise, seed), pick));
      if (!marking.ok) throw new Error(marking.error.says);
      expect(marking.value.share).toBeGreaterThanOrEqual(0);
      expect(marking.value.share).toBeLessThanOrEqual(1);
      expect(marking.value.right).toBe(marking.value.share === 1);
    }),
    { numRuns: 500 },
  );
});

it("the solution earns everything", () => {
  fc.assert(
    fc.property(anyMarkable, picks, (exercise, pick) => {
      const first = markAnswer(exercise, seed, answerTo(showExercise(exercise, seed), pick));
      if (!first.ok || first.value.solution === null) return;
      expect(markAnswer(exercise, seed, first.value.solution)).toMatchObject({
        ok: true,
        value: { right: true, share: 1 },
      });
    }),
    { numRuns: 500 },
  );
});

it("every reason is about something that was shown", () => {
  fc.assert(
    fc.property(anyMarkable, picks, (exercise, pick) => {
      const shown = showExercise(exercise, seed);
      const marking = markAnswer(exercise, seed, answerTo(shown, pick));
      const abouts = marking.ok ? marking.value.reasons.map(({ about }) => about) : [];
      expect(new Set(abouts).size).toBe(abouts.length);
      if (exercise.kind === "slider" || exercise.kind === "predict") return;
      const text = JSON.stringify(shown);
      const isLine = exercise.kind === "spot" && exercise.diagram === null;
      if (!isLine) for (const about of abouts) expect(text).toContain(`"${about}"`);
    }),
  );
});

const hostileAnswers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant("choose" as const),
    picked: fc.array(fc.string()),
    because: fc.array(fc.string()),
  }),
  fc.record({
    kind: fc.constant("sort" as const),
    groupOf: fc.dictionary(fc.string(), fc.string()),
  }),
  fc.record({
    kind: fc.constant("match" as const),
    rightOf: fc.dictionary(fc.string(), fc.string()),
  }),
  fc.record({
    kind: fc.constant("order" as const),
    cards: fc.array(fc.constantFrom("a", "b", "c", "__proto__")),
  }),
  fc.record({
    kind: fc.constant("spot" as const),
    marked: fc.array(fc.constantFrom("0", "1", "2", "p1", "f1", "-1")),
  }),
  fc.record({
    kind: fc.constant("config" as const),
    values: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.string()),
  }),
  fc.record({
    kind: fc.constant("slider" as const),
    at: fc.dictionary(fc.constantFrom("a", "b"), fc.double()),
  }),
  fc.record({ kind: fc.constant("predict" as const), guess: fc.string() }),
  fc.record({ kind: fc.constant("run" as const), code: fc.string() }),
  fc.record({
    kind: fc.constant("write" as const),
    texts: fc.dictionary(fc.constantFrom("f", "g"), fc.string()),
  }),
);

it("an answer that fits nothing is a sentence, never an exception", () => {
  fc.assert(
    fc.property(anyMarkable, hostileAnswers, (exercise, answer) => {
      const marking = markAnswer(exercise, seed, answer);
      if (marking.ok) expect(marking.value.share).toBeGreaterThanOrEqual(0);
      else expect(marking.error.says).toMatch(/[.]$/);
    }),
    { numRuns: 1000 },
  );
});

const shared = { id: "e1", ask: [], exhibit: null, close: rich("close") };

const choose: MarkableExercise = {
  ...shared,
  kind: "choose",
  many: true,
  options: ["a", "b", "c", "d"].map((text) => ({
    text: rich(text),
    right: text === "a" || text === "b",
    why: rich(`why ${text}`),
  })),
  because: null,
};

const idOf = (exercise: MarkableExercise, text: string): string => {
  const shown = showExercise(exercise, seed);
  const things =
    shown.kind === "choose"
      ? [...shown.options, ...(shown.because?.options ?? [])]
      : shown.kind === "order" || shown.kind === "sort"
        ? shown.cards
        : [];
  return (
    things.find((thing) => JSON.stringify(thing.text) === JSON.stringify(rich(text)))?.id ?? ""
  );
};

const shareOf = (exercise: MarkableExercise, answer: Answer): number => {
  const marking = markAnswer(exercise, seed, answer);
  if (!marking.ok) throw new Error(marking.error.says);
  return marking.value.share;
};

describe("partial credit", () => {
  const pick = (...texts: string[]): Answer => ({
    kind: "choose",
    picked: texts.map((text) => idOf(choose, text)),
    because: [],
  });
  it("of several right options", () => {
    expect(shareOf(choose, pick("a", "b"))).toBe(1);
    expect(shareOf(choose, pick("a"))).toBe(0.5);
    expect(shareOf(choose, pick("a", "c"))).toBe(0);
    expect(shareOf(choose, pick("a", "b", "c", "d"))).toBe(0);
  });
  it("of the right option for the wrong reason", () => {
    const exercise: MarkableExercise = {
      ...choose,
      many: false,
      options: choose.kind === "choose" ? choose.options.filter((_, index) => index !== 1) : [],
      because: {
        ask: [],
        options: ["x", "y"].map((text) => ({ text: rich(text), right: text === "x", why: [] })),
      },
    };
    const answer = (option: string, reason: string): Answer => ({
      kind: "choose",
      picked: [idOf(exercise, option)],
      because: [idOf(exercise, reason)],
    });
    expect(shareOf(exercise, answer("a", "x"))).toBe(1);
    expect(shareOf(exercise, answer("a", "y"))).toBe(0.5);
    expect(shareOf(exercise, answer("c", "y"))).toBe(0);
  });
  it("of an order with one card moved", () => {
    const order: MarkableExercise = {
      ...shared,
      kind: "order",
      cards: ["one", "two", "three", "four"].map((text, index) => ({
        text: rich(text),
        rank: index,
        why: [],
      })),
    };
    const cards = (...texts: string[]): Answer => ({
      kind: "order",
      cards: texts.map((text) => idOf(order, text)),
    });
    expect(shareOf(order, cards("one", "two", "three", "four"))).toBe(1);
    expect(shareOf(order, cards("two", "one", "three", "four"))).toBeCloseTo(2 / 3);
    expect(shareOf(order, cards("four", "three", "two", "one"))).toBe(0);
  });
  it("cards of one rank may change places", () => {
    fc.assert(
      fc.property(anyOf.order, (exercise) => {
        const solved = exercise.cards.toSorted((a, b) => a.rank - b.rank);
        const swapped = solved.toSorted(
          (a, b) => a.rank - b.rank || (JSON.stringify(a.text) < JSON.stringify(b.text) ? -1 : 1),
        );
        const texts = swapped.map(({ text }) => text);
        const shown = showExercise(exercise, seed);
        if (shown.kind !== "order") throw new Error("another kind");
        const cards = texts.map(
          (text) =>
            shown.cards.find((card) => JSON.stringify(card.text) === JSON.stringify(text))?.id ??
            "",
        );
        expect(shareOf(exercise, { kind: "order", cards })).toBe(1);
      }),
    );
  });
});

describe("what is said", () => {
  it("names the option that was missed as a right one", () => {
    const marking = markAnswer(choose, seed, {
      kind: "choose",
      picked: [idOf(choose, "a")],
      because: [],
    });
    expect(marking).toMatchObject({ ok: true, value: { right: false, close: rich("close") } });
    expect(marking.ok && marking.value.reasons).toContainEqual({
      about: idOf(choose, "b"),
      right: true,
      why: rich("why b"),
    });
  });
  it("refuses two picks where one is asked", () => {
    const one: MarkableExercise = {
      ...choose,
      kind: "choose",
      many: false,
      options: [],
      because: null,
    };
    expect(markAnswer(one, seed, { kind: "choose", picked: ["a", "b"], because: [] })).toEqual({
      ok: false,
      error: { kind: "unfit", says: "Only one option can be picked." },
    });
  });
  it("refuses an answer of another kind", () => {
    expect(markAnswer(choose, seed, { kind: "predict", guess: "1" })).toMatchObject({
      ok: false,
      error: { says: "This answers a `predict` exercise; a `choose` was shown." },
    });
  });
  it("shows a model answer only after the own one is long enough", () => {
    const exercise: MarkableExercise = {
      ...shared,
      kind: "write",
      fields: [{ id: "f", title: "Trigger", lines: 2, words: 3 }],
      points: [rich("measurable")],
      model: [],
    };
    expect(markAnswer(exercise, seed, { kind: "write", texts: { f: "too short" } })).toMatchObject({
      ok: false,
      error: { says: "Trigger: write at least 3 words." },
    });
    expect(
      markAnswer(exercise, seed, { kind: "write", texts: { f: "now long enough" } }),
    ).toMatchObject({ ok: true, value: { reveal: [{ kind: "list" }] } });
  });
  it("reads a number with a comma, and says how near a guess was", () => {
    const exercise: MarkableExercise = {
      ...shared,
      kind: "predict",
      guess: { kind: "number", truth: 46.5, unit: "%", close: 5 },
      reveal: [],
    };
    const said = (guess: string): unknown => markAnswer(exercise, seed, { kind: "predict", guess });
    expect(said(" 44,5 ")).toMatchObject({
      value: { right: true, reasons: [{ right: true, why: rich("Close: it is 46.5 %.") }] },
    });
    expect(said("10")).toMatchObject({ value: { right: true, reasons: [{ right: false }] } });
    expect(said("many")).toMatchObject({ ok: false });
  });
});
