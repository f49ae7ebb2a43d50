import type { Marking } from "@checkride/rules/answer";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { expect, test } from "vitest";
import { isJudged, resultWords, sendWords } from "./result-words.ts";

const marking = (rights: readonly boolean[]): Marking => ({
  right: rights.every(Boolean),
  share: 0,
  reasons: rights.map((right, place) => ({ about: `c${place}`, right, why: [] })),
  solution: null,
  close: null,
  reveal: null,
});

const common = { id: "e", ask: [], exhibit: null } as const;
const order: ShownExercise = { ...common, kind: "order", cards: [] };
const slider: ShownExercise = {
  ...common,
  kind: "slider",
  sliders: [],
  results: [],
  curve: null,
  goals: [],
};

test("what is partly right says how much of it", () => {
  expect(resultWords(order, marking([true, false, true]))).toBe("Not yet: 2 of 3 are right.");
  expect(resultWords(order, marking([true, true]))).toBe("Right.");
  expect(resultWords(order, marking([true, false]), true)).toBe("Not right: 1 of 2 are right.");
});

test("a simulation without a goal is never called right or wrong", () => {
  expect(isJudged(slider)).toBe(false);
  expect(resultWords(slider, marking([true]))).toBe("Kept.");
  expect(sendWords(slider, false)).toBe("I have tried it");
  expect(sendWords(slider, true)).toBeNull();
});

test("code can be run again, a card that was sorted is tried again", () => {
  const run: ShownExercise = {
    ...common,
    kind: "run",
    language: "ts",
    before: "",
    start: "",
    calls: null,
    cases: [],
  };
  expect(sendWords(run, true)).toBe("Run again");
  expect(sendWords(order, true)).toBeNull();
});

test("a mark on a missed place is no count of right answers", () => {
  const spot: ShownExercise = { ...common, kind: "spot", diagram: null, count: 2 };
  expect(resultWords(spot, marking([true, false]))).not.toContain("1 of 2");
});
