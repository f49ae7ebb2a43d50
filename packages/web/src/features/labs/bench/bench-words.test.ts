import { expect, test } from "vitest";
import { solutionText } from "./bench-words.ts";

test.each([
  [2, null, "It opens with a pass; without one after 2 more honest attempts."],
  [1, null, "It opens with a pass; without one after 1 more honest attempt."],
  [0, null, "It opens with a pass."],
])("%i honest attempts left, from %s", (honestAttemptsLeft, from, text) => {
  expect(solutionText({ mayOpen: false, honestAttemptsLeft, from })).toBe(text);
});

test("the moment is said too", () => {
  const from = "2026-05-03T12:40:00Z";
  expect(solutionText({ mayOpen: false, honestAttemptsLeft: 0, from })).toMatch(
    /without one not before 2026-05-03 \d\d:40\./,
  );
});
