import { describe, expect, it } from "vitest";
import { byRecall, ratingOf } from "./refresher-rating.ts";

describe("an answer to what comes back", () => {
  it.each([
    [{ right: false, seconds: 5, missedLast: false }, "again"],
    [{ right: true, seconds: 20, missedLast: false }, "good"],
    [{ right: true, seconds: 61, missedLast: false }, "hard"],
    [{ right: true, seconds: 20, missedLast: true }, "hard"],
  ])("%o is rated %s", (answer, rating) => {
    expect(ratingOf(answer)).toBe(rating);
  });

  it("is asked for first where it is least likely to be remembered", () => {
    const cards = [
      { recall: null, dueAt: 1 },
      { recall: 0.9, dueAt: 2 },
      { recall: 0.4, dueAt: 3 },
    ];
    expect(cards.toSorted(byRecall).map(({ dueAt }) => dueAt)).toEqual([3, 2, 1]);
  });
});
