import { expect, test } from "vitest";
import type { ExerciseOf } from "./body.ts";
import { digitsOf, figure, simulate } from "./slide-results.ts";

const slide: ExerciseOf<"slider"> = {
  id: "e",
  ask: [],
  exhibit: null,
  kind: "slider",
  sliders: [
    { id: "epsilon", title: "Epsilon", from: 0.1, to: 5, step: 0.1, start: 5, unit: null },
    { id: "people", title: "People", from: 10, to: 100, step: 10, start: 50, unit: null },
  ],
  results: [
    { id: "noise", title: "Error", formula: "1 / epsilon", unit: null, digits: 2 },
    { id: "share", title: "Share", formula: "100 * noise / people", unit: "%", digits: 1 },
  ],
  curve: null,
  goals: [{ formula: "share < 5 and epsilon <= 1", says: [] }],
};

test("a result builds on the one above it", () => {
  expect(simulate(slide).resultsAt({ epsilon: 2, people: 50 })).toMatchObject({
    noise: 0.5,
    share: 1,
  });
});

test("a goal holds only where all of it does", () => {
  const { goalsAt } = simulate(slide);
  expect(goalsAt({ epsilon: 2, people: 50 })).toEqual([false]);
  expect(goalsAt({ epsilon: 1, people: 50 })).toEqual([true]);
});

test("a formula that cannot be read shows no number and reaches no goal", () => {
  const results = slide.results.map((result) => ({ ...result, formula: "1 +" }));
  const broken = simulate({ ...slide, results });
  expect(broken.goalsAt({ epsilon: 1, people: 50 })).toEqual([false]);
});

test("digits follow the step and a missing value is a dash", () => {
  expect([0.05, 1, 0.1].map(digitsOf)).toEqual([2, 0, 1]);
  expect(figure(1234.5, 2, "%")).toBe("1,234.50 %");
  expect(figure(Number.NaN, 2, null)).toBe("—");
});
