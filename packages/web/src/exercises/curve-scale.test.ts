import fc from "fast-check";
import { expect, test } from "vitest";
import { rangeOf, samples, short, ticks } from "./curve-scale.ts";

test("ticks are round and inside", () => {
  expect(ticks(0.1, 5, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(ticks(0, 100, 4)).toEqual([0, 25, 50, 75, 100]);
});

test("ticks never leave their range and never run away in number", () => {
  const bound = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(bound, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (from, width) => {
      const found = ticks(from, from + width, 5);
      expect(found.length).toBeLessThanOrEqual(12);
      for (const tick of found) {
        expect(tick).toBeGreaterThanOrEqual(from - width * 1e-6);
        expect(tick).toBeLessThanOrEqual(from + width * 1.000001);
      }
    }),
  );
});

test("what cannot be drawn does not stretch the axis", () => {
  expect(rangeOf([2, Number.POSITIVE_INFINITY, Number.NaN, 8])).toEqual([0, 8]);
  expect(rangeOf([0, 0])).toEqual([0, 1]);
  expect(rangeOf([])).toEqual([0, 1]);
});

test("both ends of a slider are sampled", () => {
  const found = samples(0.1, 5, 11);
  expect(found[0]).toBe(0.1);
  expect(found.at(-1)).toBeCloseTo(5);
});

test("a number has as many digits as say something", () => {
  expect([0.256, 12.34, 1234.5, Number.NaN].map(short)).toEqual(["0.26", "12.3", "1,235", "—"]);
});
