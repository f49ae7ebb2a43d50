import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { climb, inclusionPath } from "./inclusion-path.ts";

describe("inclusionPath", () => {
  it("names the neighbours of RFC 6962 section 2.1.3, whose tree has seven leaves", () => {
    expect(inclusionPath(0, 7)).toEqual([
      { side: "right", first: 1, last: 1 },
      { side: "right", first: 2, last: 3 },
      { side: "right", first: 4, last: 6 },
    ]);
    expect(inclusionPath(6, 7)).toEqual([
      { side: "left", first: 4, last: 5 },
      { side: "left", first: 0, last: 3 },
    ]);
  });

  it("covers every leaf but its own exactly once, for any size", () => {
    const place = fc
      .integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
      .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
    fc.assert(
      fc.property(place, ([index, size]) => {
        const steps = inclusionPath(index, size) ?? [];
        const covered = steps.reduce((sum, { first, last }) => sum + BigInt(last - first + 1), 1n);
        expect(covered).toBe(BigInt(size));
        for (const { side, first, last } of steps) {
          expect(side === "left" ? last < index : first > index).toBe(true);
        }
      }),
    );
  });

  it("has no path for a leaf that the tree does not hold", () => {
    expect(inclusionPath(7, 7)).toBeNull();
    expect(inclusionPath(-1, 7)).toBeNull();
    expect(inclusionPath(0, 0)).toBeNull();
    expect(inclusionPath(0.5, 7)).toBeNull();
  });
});

describe("climb", () => {
  it("refuses a proof of the wrong length or of something else than hashes", async () => {
    const steps = inclusionPath(0, 3) ?? [];
    expect(await climb("00".repeat(32), steps, ["11".repeat(32)])).toBeNull();
    expect(await climb("00".repeat(32), steps, ["11".repeat(32), "11"])).toBeNull();
    expect(await climb("zz", steps, ["11".repeat(32), "22".repeat(32)])).toBeNull();
  });
});
