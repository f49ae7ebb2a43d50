import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidedPoints, reviewsNeeded, writtenAssessments } from "./written-assessment.ts";

describe("reviews of a text", () => {
  it("are two, and a third when two differ by more than two points", () => {
    expect(reviewsNeeded([])).toBe(2);
    expect(reviewsNeeded([4])).toBe(2);
    expect(reviewsNeeded([4, 6])).toBe(2);
    expect(reviewsNeeded([3.5, 6])).toBe(3);
    expect(reviewsNeeded([6, 3.5, 4])).toBe(3);
  });

  it("come to the mean of two and to the middle of three", () => {
    expect(decidedPoints([4, 5])).toBe(4.5);
    expect(decidedPoints([6, 0, 5])).toBe(5);
  });

  it("come to something between the lowest and the highest, in any order", () => {
    const points = fc.array(
      fc.integer({ min: 0, max: 12 }).map((n) => n / 2),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(points, (given) => {
        const decided = decidedPoints(given);
        expect(decided).toBeGreaterThanOrEqual(Math.min(...given));
        expect(decided).toBeLessThanOrEqual(Math.max(...given));
        expect(decidedPoints(given.toReversed())).toBe(decided);
      }),
    );
  });

  it("judge every written assessment by six points", () => {
    for (const { rubric, fields } of writtenAssessments) {
      expect(rubric).toHaveLength(6);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(6);
    }
  });
});
