import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, distance } from "./did-you-mean.ts";

const word = fc.string({ unit: "grapheme-ascii", maxLength: 8 });

describe("distance", () => {
  it("counts a swap of two neighbours as one edit", () => {
    expect(distance("polciy", "policy")).toBe(1);
    expect(distance("restroe", "restore")).toBe(1);
  });

  it("is zero for the same word only, and the same both ways", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it("is at most one after one edit", () => {
    fc.assert(
      fc.property(word, fc.nat(8), fc.string({ minLength: 1, maxLength: 1 }), (a, at, letter) => {
        const place = Math.min(at, a.length);
        expect(distance(a, a.slice(0, place) + letter + a.slice(place))).toBe(1);
      }),
    );
  });
});

describe("didYouMean", () => {
  const known = ["policy", "ledger", "people", "backup", "restore", "doctor"];

  it("finds the nearest word", () => {
    expect(didYouMean("legder", known)).toBe("ledger");
    expect(didYouMean("docter", known)).toBe("doctor");
  });

  it("takes the beginning of one word for that word", () => {
    expect(didYouMean("back", known)).toBe("backup");
  });

  it("does not guess when nothing is near", () => {
    expect(didYouMean("frobnicate", known)).toBeNull();
    expect(didYouMean("p", known)).toBeNull();
  });
});
