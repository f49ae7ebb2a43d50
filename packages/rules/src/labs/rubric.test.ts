import { describe, expect, it } from "vitest";
import { isAcceptedWith, rubricFaults, sayPoints } from "./rubric.ts";

const rubric = {
  acceptedFrom: 4,
  questions: [
    { id: "clear", says: "Is it clear?" },
    { id: "tonight", says: "Would it work tonight?" },
  ],
};

describe("a rubric", () => {
  it("decides by its points alone", () => {
    expect(isAcceptedWith(rubric, { clear: 1, tonight: 3 })).toBe(true);
    expect(isAcceptedWith(rubric, { clear: 0, tonight: 3 })).toBe(false);
    expect(isAcceptedWith(rubric, { clear: 1, tonight: 2, other: 3 })).toBe(false);
  });

  it("asks for points for each question, and for nothing else", () => {
    expect(rubricFaults(rubric, { clear: 0, tonight: 0 })).toEqual([]);
    expect(rubricFaults(rubric, { clear: 2, other: 3 })).toEqual([
      { question: "tonight", says: "has no points yet" },
      { question: "other", says: "is not in the rubric" },
    ]);
  });

  it("is told line by line", () => {
    expect(sayPoints(rubric, { clear: 1, tonight: 2 })).toBe(
      "Is it clear? 1 of 3.\nWould it work tonight? 2 of 3.\n3 of 6 points; 4 are enough.",
    );
  });
});
