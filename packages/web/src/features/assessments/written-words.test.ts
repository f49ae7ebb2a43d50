import type { WrittenView } from "@checkride/api/written";
import { expect, test } from "vitest";
import { filledParts, writtenSentence } from "./written-words.ts";

const view: WrittenView = {
  assessment: "m16",
  title: "Product risk assessment",
  minutes: 15,
  state: "draft",
  fields: [
    { id: "context", title: "Context", help: "" },
    { id: "people", title: "People", help: "" },
  ],
  rubric: [],
  pointsToPass: 4.5,
  texts: {},
  version: 0,
  submittedAt: null,
  decidedAt: null,
  points: null,
  reviewsNeeded: 2,
  reviews: [],
};

test("each state says what it means for the author", () => {
  expect(writtenSentence(view)).toContain("2 parts");
  expect(writtenSentence({ ...view, state: "in-review" })).toContain("Two reviewers");
  expect(writtenSentence({ ...view, state: "passed", points: 5 })).toBe(
    "Passed with 5 of 6 points.",
  );
  expect(writtenSentence({ ...view, state: "not-passed", points: 3.5 })).toContain(
    "4.5 are needed",
  );
});

test("a part counts as written from a sentence on", () => {
  const texts = { context: "x".repeat(40), people: "  short  " };
  expect(filledParts(view.fields, texts)).toBe(1);
});
