import type { QuizCard } from "@checkride/api/quizzes";
import { expect, test } from "vitest";
import { clockTime, neededOf, quizSentence, resultSentence } from "./quiz-words.ts";

const quiz: QuizCard = {
  id: "t1",
  kind: "track",
  track: "t1",
  title: "Foundational quiz",
  minutes: 10,
  questions: 10,
  passMark: 0.8,
  ready: true,
  open: null,
  last: null,
  nextFrom: null,
};

test("as many right answers are needed as reach the pass mark", () => {
  expect(neededOf(10, 0.8)).toBe(8);
  expect(neededOf(10, 0.7)).toBe(7);
  expect(neededOf(12, 0.8)).toBe(10);
  expect(neededOf(5, 1)).toBe(5);
});

test("a quiz that was never tried says what it takes", () => {
  expect(quizSentence(quiz)).toBe("10 questions. 8 right answers pass.");
});

test("a try that is open comes before everything else", () => {
  const last = { at: "2026-11-20T09:00:00Z", score: 0.9, passed: true };
  expect(quizSentence({ ...quiz, last, open: { answered: 3, of: 10 } })).toBe(
    "3 of 10 questions are answered. Go on where you were.",
  );
});

test("a pass is said with its share, a try that did not pass without a judgement", () => {
  const at = "2026-11-20T09:00:00Z";
  expect(quizSentence({ ...quiz, last: { at, score: 0.9, passed: true } })).toBe(
    "You passed this quiz with 90\u00a0%.",
  );
  const missed = { ...quiz, last: { at, score: 0.5, passed: false } };
  expect(quizSentence({ ...missed, nextFrom: "2026-11-20T09:10:00Z" }, "UTC")).toBe(
    "The next try opens at 09:10.",
  );
  expect(quizSentence(missed)).toBe("10 questions. 8 right answers pass.");
});

test("a result says what was needed", () => {
  const result = { score: 0.7, right: 7, of: 10, passMark: 0.8, passed: false, againFrom: "" };
  expect(resultSentence(result)).toBe("7 of 10 right. 8 are needed to pass.");
  expect(resultSentence({ ...result, right: 9, passed: true })).toBe(
    "Passed: 9 of 10 right, 8 were needed.",
  );
});

test("a moment of today is said as a time of day", () => {
  expect(clockTime("2026-11-20T09:05:00Z", "UTC")).toBe("09:05");
});
