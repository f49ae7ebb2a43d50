import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFairQueue } from "./fair-queue.ts";

const fill = (entries: readonly (readonly [string, string])[], limits = {}) => {
  const queue = makeFairQueue<string>({ waitingMax: 100, perPersonMax: 100, ...limits });
  const added = entries.map(([person, item]) => queue.add(person, item));
  return { queue, added };
};

describe("the queue", () => {
  it("lets people take turns, however many things one of them brings", () => {
    const { queue } = fill([
      ["ada", "a1"],
      ["ada", "a2"],
      ["ada", "a3"],
      ["bob", "b1"],
      ["cleo", "c1"],
    ]);
    const served = Array.from({ length: 5 }, () => queue.next());
    expect(served).toEqual(["a1", "b1", "c1", "a2", "a3"]);
    expect(queue.next()).toBeUndefined();
  });

  it("says how many come before, and that is how many do", () => {
    const { queue } = fill([
      ["ada", "a1"],
      ["ada", "a2"],
      ["bob", "b1"],
    ]);
    expect(queue.positionOf("a2")).toBe(2);
    queue.next();
    expect(queue.positionOf("b1")).toBe(0);
    expect(queue.positionOf("a2")).toBe(1);
    expect(queue.positionOf("a1")).toBeNull();
  });

  it("is full for one person before it is full for all", () => {
    const { added } = fill(
      [
        ["ada", "a1"],
        ["ada", "a2"],
        ["bob", "b1"],
        ["cleo", "c1"],
      ],
      { perPersonMax: 1, waitingMax: 2 },
    );
    expect(added).toEqual(["a1", null, "b1", null]);
  });

  it("forgets what was taken back", () => {
    const { queue } = fill([
      ["ada", "a1"],
      ["bob", "b1"],
    ]);
    queue.remove("a1");
    expect(queue.items()).toEqual(["b1"]);
  });

  it("serves everything once, in the order that it told", () => {
    const entries = fc.uniqueArray(fc.tuple(fc.constantFrom("ada", "bob", "cleo"), fc.uuid()), {
      selector: ([, item]) => item,
    });
    fc.assert(
      fc.property(entries, (list) => {
        const { queue } = fill(list, { waitingMax: 1_000 });
        const told = queue.items();
        const served = list.map(() => queue.next());
        expect(served).toEqual(told);
        expect(served.toSorted()).toEqual(list.map(([, item]) => item).toSorted());
      }),
    );
  });
});
