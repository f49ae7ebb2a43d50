import fc from "fast-check";
import { expect, it, test } from "vitest";
import { keepSizes, type PaneSizes, readSizes, sizesAfterKey, withSize } from "./pane-sizes.ts";

const usual: PaneSizes = { task: 25, results: 26 };
const key = (sizes: PaneSizes, side: "task" | "results", pressed: string) =>
  sizesAfterKey(sizes, side, pressed, usual);

test.each([
  ["task", "ArrowRight", { task: 27, results: 26 }],
  ["task", "ArrowLeft", { task: 23, results: 26 }],
  ["results", "ArrowRight", { task: 25, results: 24 }],
  ["results", "ArrowLeft", { task: 25, results: 28 }],
  ["task", "Home", { task: 15, results: 26 }],
  ["task", "End", { task: 44, results: 26 }],
  ["results", "Enter", { task: 25, results: 0 }],
  ["results", "a", null],
] as const)("on the separator of the %s, %s moves the separator", (side, pressed, sizes) => {
  expect(key(usual, side, pressed)).toEqual(sizes);
});

it("what is folded away comes back as it began, or as narrow as it may be", () => {
  const away = { task: 0, results: 26 };
  expect(key(away, "task", "Enter")).toEqual(usual);
  expect(key(away, "task", "ArrowRight")).toEqual({ task: 15, results: 26 });
  expect(key(away, "task", "ArrowLeft")).toEqual(away);
});

it("the work always has room, whatever is pressed or drawn", () => {
  const deed = fc.oneof(
    fc.constantFrom("ArrowLeft", "ArrowRight", "Home", "End", "Enter"),
    fc.double({ min: -20, max: 120, noNaN: true }),
  );
  const side = fc.constantFrom("task" as const, "results" as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(side, deed)), (deeds) => {
      let sizes = usual;
      for (const [of, one] of deeds) {
        sizes = typeof one === "string" ? (key(sizes, of, one) ?? sizes) : withSize(sizes, of, one);
        expect(sizes.task + sizes.results).toBeLessThanOrEqual(70);
        for (const size of [sizes.task, sizes.results]) {
          expect(size === 0 || (size >= 15 && size <= 45)).toBe(true);
        }
        const held = JSON.stringify(sizes);
        expect(readSizes({ getItem: () => held }, "k")).toEqual(sizes);
      }
    }),
  );
});

it("whatever else stands in the storage is no width", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readSizes({ getItem: () => text }, "k")).toBeNull();
    }),
  );
  for (const text of ['{"task":45,"results":45}', '{"task":5,"results":20}']) {
    expect(readSizes({ getItem: () => text }, "k")).toBeNull();
  }
});

it("a browser without storage keeps nothing and breaks nothing", () => {
  const setItem = () => {
    throw new Error("QuotaExceededError");
  };
  expect(() => keepSizes({ setItem }, "k", usual)).not.toThrow();
});
