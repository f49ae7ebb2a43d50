import { describe, expect, it } from "vitest";
import { holdingOf, pointsAtFew, summarise } from "./standing-summary.ts";

const titles: Readonly<Record<string, string>> = { safe: "Safe use", build: "Secure building" };
const titleOf = (certificate: string) => titles[certificate] ?? certificate;
const standing = (
  certificate: string,
  state: "none" | "current" | "due" | "underway",
  overdue = false,
) => ({ certificate, state, overdue });

describe("summarise", () => {
  it("names the one that needs a look, first, and counts the others", () => {
    const standings = [
      standing("safe", "current"),
      standing("x", "current"),
      standing("build", "due"),
    ];
    expect(summarise(standings, titleOf).map(({ text }) => text)).toEqual([
      "Secure building: due",
      "2 current",
    ]);
  });

  it("counts when several need the same look", () => {
    const standings = [standing("safe", "none", true), standing("build", "underway", true)];
    expect(summarise(standings, titleOf)).toEqual([
      { state: "none", overdue: true, text: "2 overdue" },
    ]);
  });

  it("says nothing of a person of whom nothing is asked", () => {
    expect(summarise([], titleOf)).toEqual([]);
  });
});

describe("holdingOf", () => {
  it("counts what opens gates: current, due and exempt", () => {
    expect(holdingOf({ none: 5, underway: 4, current: 3, due: 2, lapsed: 9, exempt: 1 })).toBe(6);
  });
});

describe("pointsAtFew", () => {
  it("hides figures of fewer than five people", () => {
    expect([1, 4].map(pointsAtFew)).toEqual([true, true]);
    expect(pointsAtFew(5)).toBe(false);
  });
});
