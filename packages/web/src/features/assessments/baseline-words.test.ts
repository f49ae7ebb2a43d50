import type { AssessmentCard, AssessmentResult } from "@checkride/api/assessments";
import { expect, test } from "vitest";
import { baselineSentence, confidenceWords, resultSentence } from "./baseline-words.ts";

const card: AssessmentCard = {
  title: "Baseline assessment",
  minutes: 25,
  questionsMax: 45,
  ready: true,
  open: null,
  finished: [],
  nextFrom: null,
};
const finished = [{ try: "t", at: "2026-08-20T09:00:00Z" }];

test("before the first time it says what it takes", () => {
  expect(baselineSentence(card)).toBe("What can you do already? 25 minutes, at most 45 questions.");
});

test("one that was begun is gone on with, whatever else holds", () => {
  const open = { answered: 12, of: 45, startedAt: "2026-11-20T09:00:00Z" };
  expect(baselineSentence({ ...card, finished, ready: false, open })).toMatch(/^12 questions/);
});

test("after it the day of the next one is said, and once that has come the invitation", () => {
  const nextFrom = "2026-11-25T12:00:00Z";
  expect(baselineSentence({ ...card, finished, nextFrom })).toContain("25 November 2026");
  expect(baselineSentence({ ...card, finished })).toBe("It is time to see what has changed.");
});

const row = (level: 0 | 1 | 2 | 3, expected: 0 | 1 | 2 | 3) => ({
  competency: "A",
  title: "A",
  level,
  expected,
  before: null,
  right: 1,
  asked: 3,
});
const result = (competencies: AssessmentResult["competencies"]): AssessmentResult => ({
  competencies,
  confidence: { mean: 0.5, whenRight: null, whenWrong: null },
  sureAndWrong: [],
  comparedWith: null,
  againFrom: "",
});

test("only what is expected is counted", () => {
  expect(resultSentence(result([row(2, 2), row(1, 2), row(0, 0)]))).toContain("1 of 2 areas");
  expect(resultSentence(result([row(3, 2)]))).toContain("every area");
  expect(resultSentence(result([row(0, 0)]))).toBe("Your levels in 1 areas.");
});

test("being sure and being right are compared", () => {
  expect(confidenceWords({ mean: 0.5, whenRight: 0.8, whenWrong: 0.4 })).toContain("surer");
  expect(confidenceWords({ mean: 0.5, whenRight: 0.4, whenWrong: 0.8 })).toContain("begin with");
  expect(confidenceWords({ mean: 0.5, whenRight: 0.5, whenWrong: 0.5 })).toContain("about as sure");
  expect(confidenceWords({ mean: 0.5, whenRight: 0.5, whenWrong: null })).toBe(
    "No answer was wrong.",
  );
});
