import { describe, expect, it } from "vitest";
import { countedPasses, labSeries, type SeriesPass } from "./lab-series.ts";

const [series] = labSeries;
if (series === undefined) throw new Error("there is no series");

const pass = (evidence: string, more: Partial<SeriesPass> = {}): SeriesPass => ({
  evidence,
  variant: evidence,
  score: 0.9,
  used: false,
  ...more,
});
const counted = (...passes: readonly SeriesPass[]) =>
  countedPasses(series, passes).map(({ evidence }) => evidence);

describe("a series of passes", () => {
  it("is three variants, each passed well enough", () => {
    expect(counted(pass("a"), pass("b", { score: 0.79 }), pass("c", { score: 0.8 }))).toEqual([
      "a",
      "c",
    ]);
    expect(counted(pass("a"), pass("b"), pass("c"), pass("d"))).toEqual(["a", "b", "c"]);
  });

  it("counts a variant once, and what an earlier series rests on not again", () => {
    expect(counted(pass("a"), pass("b", { variant: "a" }), pass("c", { used: true }))).toEqual([
      "a",
    ]);
  });
});
