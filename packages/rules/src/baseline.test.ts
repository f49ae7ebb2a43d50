import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baselineCompetencies,
  confidenceOf,
  isSureAndWrong,
  itemsEach,
  itemsMax,
  nextPlace,
} from "./baseline.ts";
import type { ItemLevel } from "./item.ts";

const competencies = ["A", "B", "J", "C", "D", "E", "F", "G"];
const itemLevels: readonly ItemLevel[] = [1, 2, 3];
const items = itemLevels.flatMap((level, row) =>
  competencies.map((competency, column) => ({
    place: row * competencies.length + column + 1,
    competency,
    level,
  })),
);

/** Answers everything as the shares say, competency by competency, and says what was asked. */
const sit = (shareOf: (place: number) => number): readonly number[] => {
  const shares = new Map<number, number>();
  for (let place = nextPlace(items, shares); place !== null; place = nextPlace(items, shares)) {
    shares.set(place, shareOf(place));
  }
  return [...shares.keys()];
};

describe("the baseline assessment", () => {
  it("asks 24 questions, 9 of them of A, B and J", () => {
    expect(itemsMax).toBe(24);
    const expected = { A: 2, C: 3, D: 3, E: 3, F: 3, G: 1, M: 2, L: 2, N: 1 } as const;
    const chosen = baselineCompetencies(expected);
    expect(chosen).toEqual(["A", "B", "J", "C", "D", "E", "F", "L"]);
    expect(chosen.length * itemsEach).toBe(24);
  });

  it("is shorter for somebody of whom little is expected", () => {
    expect(baselineCompetencies({ A: 1, J: 1, M: 1, N: 1, O: 0 })).toEqual([
      "A",
      "B",
      "J",
      "M",
      "N",
    ]);
  });

  it("goes to the end while answers are right, easy to hard", () => {
    expect(sit(() => 1)).toEqual(items.map(({ place }) => place));
  });

  it("leaves a competency at a second miss, or at one above level 1", () => {
    expect(sit(() => 0)).toHaveLength(16);
    expect(sit((place) => (place === 9 ? 0 : 1))).not.toContain(17);
    expect(sit((place) => (place === 1 ? 0 : 1))).toHaveLength(24);
  });

  it("always ends, asks nothing twice, and never leaves a competency without a question", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 25, maxLength: 25 }),
        (given) => {
          const asked = sit((place) => given[place] ?? 0);
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked).toEqual(asked.toSorted((a, b) => a - b));
          expect(asked.length).toBeGreaterThanOrEqual(2 * competencies.length);
        },
      ),
    );
  });

  it("measures how sure somebody is, when right and when wrong", () => {
    expect(
      confidenceOf([
        { share: 1, sure: 4 },
        { share: 0, sure: 1 },
      ]),
    ).toEqual({ mean: 0.5, whenRight: 1, whenWrong: 0 });
    expect(confidenceOf([])).toEqual({ mean: 0, whenRight: null, whenWrong: null });
    expect(isSureAndWrong({ share: 0.25, sure: 3 })).toBe(true);
    expect(isSureAndWrong({ share: 0.25, sure: 2 })).toBe(false);
    expect(isSureAndWrong({ share: 1, sure: 4 })).toBe(false);
  });
});
