import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textDifference } from "./text-difference.ts";

const lines = fc
  .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 25 })
  .map((all) => all.join("\n"));
const side = (difference: ReturnType<typeof textDifference>, gone: "added" | "removed") =>
  difference
    .filter((line) => line.kind !== gone)
    .map((line) => line.text)
    .join("\n");

describe("textDifference", () => {
  it("holds both texts whole, with the right line numbers", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const difference = textDifference(before, after);
        expect(side(difference, "added")).toBe(before);
        expect(side(difference, "removed")).toBe(after);
        const numbers = (key: "before" | "after") =>
          difference.map((line) => line[key]).filter((at) => at !== null);
        expect(numbers("before")).toEqual(before.split("\n").map((_, at) => at + 1));
        expect(numbers("after")).toEqual(after.split("\n").map((_, at) => at + 1));
      }),
    );
  });

  it("says as many edits as are needed and no more", () => {
    const shortest = (a: readonly string[], b: readonly string[]): number => {
      const rows = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
      const at = (x: number, y: number) => rows[x]?.[y] ?? 0;
      for (let x = 0; x <= a.length; x++) {
        for (let y = 0; y <= b.length; y++) {
          const row = rows[x];
          if (!row) continue;
          row[y] =
            x === 0 || y === 0
              ? x + y
              : a[x - 1] === b[y - 1]
                ? at(x - 1, y - 1)
                : Math.min(at(x - 1, y), at(x, y - 1)) + 1;
        }
      }
      return at(a.length, b.length);
    };
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const edits = textDifference(before, after).filter((line) => line.kind !== "same").length;
        expect(edits).toBe(shortest(before.split("\n"), after.split("\n")));
      }),
    );
  });

  it("stays quick for long texts without a common line", () => {
    const long = (mark: string) =>
      Array.from({ length: 5_000 }, (_, at) => `${mark}${at}`).join("\n");
    expect(textDifference(long("a"), long("b"))).toHaveLength(10_000);
  });
});
