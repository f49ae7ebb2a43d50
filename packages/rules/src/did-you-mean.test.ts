import { expect, it } from "vitest";
import { didYouMean, editDistance } from "./did-you-mean.ts";

it("counts insertions, deletions, replacements and swaps", () => {
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("certifcates", "certificates")).toBe(1);
  expect(editDistance("quzi", "quiz")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
});

it("names the nearest, whatever its case, and nothing when none is near", () => {
  expect(didYouMean("lab/l17", ["lab/L16", "lab/L17"])).toBe("lab/L17");
  expect(didYouMean("lab/L71", ["lab/L01", "lab/L17"])).toBe("lab/L17");
  expect(didYouMean("refresh", ["validity", "grace"])).toBeNull();
});
