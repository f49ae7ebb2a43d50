import fc from "fast-check";
import { expect, it, test } from "vitest";
import { optionAfterKey } from "./mark-keys.ts";

// 0 1 2 3 | 4 5 | 6 7 8
const rows = [4, 2, 3];

test.each([
  [0, "ArrowLeft", 0],
  [3, "ArrowRight", 4],
  [8, "ArrowRight", 8],
  [1, "ArrowDown", 5],
  [3, "ArrowDown", 5],
  [5, "ArrowUp", 1],
  [2, "ArrowUp", 2],
  [5, "Home", 4],
  [4, "End", 5],
  [1, "PageDown", 7],
  [7, "PageUp", 1],
  [1, "a", null],
] as const)("from option %d %s leads to %s", (at, key, to) => {
  expect(optionAfterKey(rows, at, key)).toBe(to);
});

it("no key leads out of the text", () => {
  const key = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp", "Home", "End");
  const anyRows = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  fc.assert(
    fc.property(anyRows, fc.array(key), (counts, pressed) => {
      const all = counts.reduce((sum, count) => sum + count, 0);
      const end = pressed.reduce((at, one) => optionAfterKey(counts, at, one) ?? -1, 0);
      expect(end >= 0 && end < all).toBe(true);
    }),
  );
});
