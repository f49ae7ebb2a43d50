import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyMarkable, anyOf, rich, runExercise } from "./exercises/test-exercises.ts";
import { showExercise } from "./show-exercise.ts";

const seeds = fc.string({ minLength: 1, maxLength: 12 });

it("nothing of the key is in what is shown", () => {
  fc.assert(
    fc.property(anyMarkable, seeds, (exercise, seed) => {
      const shown = JSON.stringify(showExercise(exercise, seed));
      expect(shown).not.toContain("KEY");
      expect(shown).not.toContain("271828");
      expect(shown).not.toMatch(/"(right|why|rank|truth|reveal|model|points|near|marks|close)":/);
    }),
  );
});

it("a hidden case shows its sentence and nothing else", () => {
  const shown = showExercise(runExercise, "s");
  expect(JSON.stringify(shown)).not.toContain("KEY");
  expect(shown).toMatchObject({
    cases: [
      { hidden: false, args: ["a"], returns: { x: [1, 2] } },
      { hidden: true, says: rich("hidden") },
    ],
  });
});

it("the same seed shows the same", () => {
  fc.assert(
    fc.property(anyMarkable, seeds, (exercise, seed) => {
      expect(showExercise(exercise, seed)).toEqual(showExercise(exercise, seed));
    }),
  );
});

describe("the order of the source, which may be the key, has no say:", () => {
  it("options", () => {
    fc.assert(
      fc.property(anyOf.choose, seeds, (exercise, seed) => {
        const turned = { ...exercise, options: exercise.options.toReversed() };
        expect(showExercise(turned, seed)).toEqual(showExercise(exercise, seed));
      }),
    );
  });
  it("cards to be put in order", () => {
    fc.assert(
      fc.property(anyOf.order, seeds, (exercise, seed) => {
        const turned = { ...exercise, cards: exercise.cards.toReversed() };
        expect(showExercise(turned, seed)).toEqual(showExercise(exercise, seed));
      }),
    );
  });
  it("which side belongs to which", () => {
    fc.assert(
      fc.property(anyOf.match, seeds, (exercise, seed) => {
        const rights = exercise.pairs.map(({ right }) => right).toReversed();
        const pairs = exercise.pairs.map((pair, index) => ({
          ...pair,
          right: rights[index] ?? [],
        }));
        expect(showExercise({ ...exercise, pairs }, seed)).toEqual(showExercise(exercise, seed));
      }),
    );
  });
  it("what was predicted rightly", () => {
    fc.assert(
      fc.property(anyOf.predict, seeds, (exercise, seed) => {
        const { guess } = exercise;
        fc.pre(guess.kind === "one-of");
        if (guess.kind !== "one-of") return;
        const turned = { ...exercise, guess: { ...guess, options: guess.options.toReversed() } };
        expect(showExercise(turned, seed)).toEqual(showExercise(exercise, seed));
      }),
    );
  });
});

it("a right side that serves twice is shown once", () => {
  const shown = showExercise(
    {
      id: "e1",
      ask: [],
      exhibit: null,
      close: null,
      kind: "match",
      pairs: ["a", "b"].map((left) => ({ left: rich(left), right: rich("same"), why: [] })),
      extra: [rich("other")],
    },
    "s",
  );
  expect(shown.kind === "match" && shown.rights).toHaveLength(2);
});

it("each position is as likely for the right option as any other", () => {
  const exercise = {
    id: "e1",
    ask: [],
    exhibit: null,
    close: null,
    kind: "choose" as const,
    many: false,
    options: ["a", "b", "c", "d"].map((text) => ({
      text: rich(text),
      right: text === "a",
      why: [],
    })),
    because: null,
  };
  const counts = [0, 0, 0, 0];
  for (let person = 0; person < 4000; person++) {
    const shown = showExercise(exercise, `person ${person}`);
    if (shown.kind !== "choose") throw new Error("another kind");
    const place = shown.options.findIndex(({ text }) => JSON.stringify(text).includes('"a"'));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it("values that are numbers are offered by size, others in an order of their own", () => {
  const exercise = {
    id: "e1",
    ask: [],
    exhibit: null,
    close: null,
    kind: "config" as const,
    language: "yaml",
    text: "a: {{a}}",
    blanks: [
      {
        name: "a",
        title: "A",
        why: [],
        wants: { kind: "one-of" as const, options: ["100", "20", "3"], right: ["100"] },
      },
    ],
  };
  expect(showExercise(exercise, "s")).toMatchObject({
    blanks: [{ wants: { options: ["3", "20", "100"] } }],
  });
});
