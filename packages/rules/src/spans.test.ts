import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLeast, endAt, intersection, prolong, type Span, spanAt, union } from "./spans.ts";

const span = (from: number, to: number): Span => ({ from, to });

describe("union", () => {
  it("joins what overlaps or touches and drops what is empty", () => {
    expect(union([[span(5, 7)], [span(1, 3), span(3, 4)], [span(9, 9)], [span(6, 8)]])).toEqual([
      span(1, 4),
      span(5, 8),
    ]);
  });
});

describe("intersection", () => {
  it("keeps what lies in all", () => {
    expect(intersection([[span(1, 6)], [span(2, 3), span(5, 9)]])).toEqual([
      span(2, 3),
      span(5, 6),
    ]);
  });
  it("is empty for no sets, so that a rule without asks gives nothing", () => {
    expect(intersection([])).toEqual([]);
  });
});

it("prolongs each span and joins those that meet", () => {
  expect(prolong([span(1, 3), span(5, 6), span(20, 21)], 2)).toEqual([span(1, 8), span(20, 23)]);
});

it("includes the beginning and excludes the end", () => {
  const spans = [span(1, 3)];
  expect([0, 1, 2, 3].map((at) => spanAt(spans, at) !== null)).toEqual([false, true, true, false]);
});

it("finds the end that is ahead or the last one behind", () => {
  const spans = [span(1, 3), span(5, 7)];
  expect([0, 1, 4, 6, 9].map((at) => endAt(spans, at))).toEqual([null, 3, 3, 7, 7]);
});

const sets = fc.array(
  fc
    .array(
      fc
        .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }))
        .map(([from, length]) => span(from, from + length)),
      { maxLength: 4 },
    )
    .map((spans) => union(spans.map((one) => [one]))),
  { maxLength: 4 },
);

it("agrees with counting instant by instant", () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 4 }), (all, count) => {
      const found = atLeast(count, all);
      for (let at = 0; at < 30; at++) {
        const depth = all.filter((one) => spanAt(one, at) !== null).length;
        expect(spanAt(found, at) !== null).toBe(depth >= count);
      }
      for (const [index, one] of found.entries()) {
        expect(one.from).toBeLessThan(one.to);
        expect(one.from).toBeGreaterThan(found[index - 1]?.to ?? -1);
      }
    }),
  );
});
