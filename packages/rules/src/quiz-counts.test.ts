import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Competency } from "./item.ts";
import { expectedOf, mayBeAsked, shareOut, weightsOf } from "./quiz-counts.ts";

const competencies: readonly Competency[] = [
  { id: "A", title: "Tools", expected: { t1: 2, t2: 2 } },
  { id: "C", title: "Injection", expected: { t1: 1, t2: 3 } },
  { id: "K", title: "Fairness", expected: {} },
];

describe("what a quiz asks", () => {
  it("is expected by the person's tracks together", () => {
    expect(expectedOf(competencies, ["t1", "t2"])).toEqual({ A: 2, C: 3, K: 0 });
    expect(expectedOf(competencies, ["constructor"])).toEqual({ A: 0, C: 0, K: 0 });
  });

  it("weighs what the track adds to the tracks that it needs", () => {
    const t1 = expectedOf(competencies, ["t1"]);
    expect(weightsOf(expectedOf(competencies, ["t2"]), t1)).toEqual({ A: 0, C: 2, K: 0 });
    expect(weightsOf(t1, t1)).toEqual(t1);
  });

  it("is no harder than expected, unless too little were left for another try", () => {
    const items = (["A", "K"] as const).flatMap((competency) =>
      ([1, 1, 2, 3] as const).map((level) => ({ competency, level })),
    );
    const levelsFor = (size: number) =>
      mayBeAsked(items, { A: 1, K: 0 }, size).map(({ level }) => level);
    expect(levelsFor(1)).toEqual([1, 1]);
    expect(levelsFor(2)).toEqual([1, 1, 2]);
  });

  it("is shared out by weight, to the last question and within what there is", () => {
    const weights = fc.dictionary(fc.constantFrom("A", "B", "C", "D"), fc.nat(3));
    const rooms = fc.dictionary(fc.constantFrom("A", "B", "C", "D"), fc.nat(8));
    fc.assert(
      fc.property(weights, rooms, fc.nat(20), (weight, room, size) => {
        const available = new Map(Object.entries(room));
        const shares = Object.entries(shareOut(weight, available, size));
        const sum = shares.reduce((total, [, count]) => total + count, 0);
        const most = Object.entries(weight)
          .filter(([, value]) => value > 0)
          .reduce((total, [id]) => total + (room[id] ?? 0), 0);
        expect(sum).toBe(Math.min(size, most));
        for (const [id, count] of shares) {
          expect(count).toBeLessThanOrEqual(room[id] ?? 0);
          expect(weight[id]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("gives the heavier more", () => {
    const available = new Map([
      ["A", 10],
      ["B", 10],
      ["C", 10],
    ]);
    expect(shareOut({ A: 2, B: 2, C: 1 }, available, 10)).toEqual({ A: 4, B: 4, C: 2 });
  });
});
