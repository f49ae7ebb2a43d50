import fc from "fast-check";
import { expect, it } from "vitest";
import type { Path } from "./fault.ts";
import { originalPath, without } from "./prune.ts";
import { valueAt } from "./schema-faults.ts";

it("leaves out keys and items, and nothing else", () => {
  const data = { a: [1, 2, { b: 3, c: 4 }], d: 5 };
  expect(without(data, [["a", 0], ["a", 2, "b"], ["d"]])).toEqual({ a: [2, { c: 4 }] });
});

const leaves = (data: unknown, path: Path = []): Path[] => {
  if (typeof data !== "object" || data === null) return [path];
  return Array.isArray(data)
    ? data.flatMap((item: unknown, index) => leaves(item, [...path, index]))
    : Object.entries(data).flatMap(([key, value]) => leaves(value, [...path, key]));
};

/** Every leaf is another number, so that a value tells where it came from. */
const trees = fc
  .letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constant(0),
      fc.array(tie("tree"), { maxLength: 5 }),
      fc.record({ a: tie("tree"), b: tie("tree") }),
    ),
  }))
  .tree.map((tree) => {
    let next = 0;
    const numbered: unknown = JSON.parse(JSON.stringify(tree).replace(/0/g, () => String(next++)));
    return numbered;
  });

it("finds every place of the rest in the original again", () => {
  fc.assert(
    fc.property(trees, fc.array(fc.nat(), { maxLength: 4 }), (data, picks) => {
      const all = leaves(data);
      const removed = picks.flatMap((pick) => {
        const path = all[pick % Math.max(1, all.length)];
        return path === undefined || path.length === 0 ? [] : [path];
      });
      const rest = without(data, removed);
      for (const path of leaves(rest)) {
        expect(valueAt(data, originalPath(path, removed))).toEqual(valueAt(rest, path));
      }
    }),
  );
});
