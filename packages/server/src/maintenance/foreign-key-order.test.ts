import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignKeyOrder } from "./foreign-key-order.ts";

const names = ["a", "b", "c", "d", "e"];
const reference = fc
  .tuple(fc.nat(4), fc.nat(4))
  .filter(([from, to]) => from >= to)
  .map(([from, to]) => ({ from: names[from] ?? "", to: names[to] ?? "" }));

describe("foreignKeyOrder", () => {
  it("puts each table after all that it refers to", () => {
    fc.assert(
      fc.property(
        fc.array(reference),
        fc.shuffledSubarray(names, { minLength: 5 }),
        (refs, given) => {
          const order = foreignKeyOrder(given, refs);
          expect([...order].sort()).toEqual(names);
          for (const { from, to } of refs) {
            expect(order.indexOf(to)).toBeLessThanOrEqual(order.indexOf(from));
          }
        },
      ),
    );
  });

  it("bears a table that refers to itself, but no circle", () => {
    expect(foreignKeyOrder(["a"], [{ from: "a", to: "a" }])).toEqual(["a"]);
    const circle = [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
    ];
    expect(() => foreignKeyOrder(["a", "b"], circle)).toThrow("circle");
  });
});
