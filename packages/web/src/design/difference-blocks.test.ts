import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceBlocks } from "./difference-blocks.ts";

const line = (kind: "same" | "added" | "removed", at: number) => ({
  kind,
  before: kind === "added" ? null : at,
  after: kind === "removed" ? null : at,
  text: `${at}`,
});
const same = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => line("same", from + i));

describe("differenceBlocks", () => {
  it("shows three lines around a change and counts the rest", () => {
    const lines = [...same(1, 10), line("added", 11), ...same(12, 10)];
    expect(
      differenceBlocks(lines).map((block) =>
        block.kind === "gap" ? block.count : block.lines.map(({ text }) => Number(text)),
      ),
    ).toEqual([7, [8, 9, 10, 11, 12, 13, 14], 7]);
  });

  it("shows nothing but a count where nothing changed", () => {
    expect(differenceBlocks(same(1, 5))).toEqual([{ kind: "gap", key: "gap-0", count: 5 }]);
    expect(differenceBlocks([])).toEqual([]);
  });

  it("keeps every line, in order, either shown or counted", () => {
    const kinds = fc.array(fc.constantFrom("same" as const, "added" as const, "removed" as const));
    fc.assert(
      fc.property(kinds, (drawn) => {
        const lines = drawn.map((kind, i) => line(kind, i));
        const blocks = differenceBlocks(lines);
        const total = blocks.reduce(
          (sum, block) => sum + (block.kind === "gap" ? block.count : block.lines.length),
          0,
        );
        expect(total).toBe(lines.length);
        const shown = blocks.flatMap((block) => (block.kind === "lines" ? block.lines : []));
        expect(shown.filter(({ kind }) => kind !== "same")).toEqual(
          lines.filter(({ kind }) => kind !== "same"),
        );
      }),
    );
  });
});
