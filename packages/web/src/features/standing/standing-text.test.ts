import { expect, test } from "vitest";
import { aRemedy, aStanding, missing, now } from "./standing.test-data.ts";
import { standingText } from "./standing-text.ts";

const text = (standing: Parameters<typeof standingText>[0]) => standingText(standing, now, "UTC");

test("due says when", () => {
  expect(text(aStanding({ state: "due", validUntil: "2027-02-14T00:00:00Z" }))).toBe(
    "Due in 82 days",
  );
});

test("in grace it says when it ends for good", () => {
  const grace = aStanding({
    state: "due",
    validUntil: "2026-11-20T00:00:00Z",
    holdsUntil: "2026-11-27T00:00:00Z",
  });
  expect(text(grace)).toBe("Ends in 3 days");
});

test("under way says what is left", () => {
  const quiz = aRemedy({ ref: "quiz/1" });
  expect(text(missing())).toBe("1 lab left");
  expect(text(missing({ remedy: [quiz, aRemedy({ ref: "quiz/2" })] }))).toBe("2 quizzes left");
  expect(text(missing({ remedy: [quiz, aRemedy()] }))).toBe("2 steps left");
});

test("the other states speak for themselves", () => {
  expect(text(aStanding())).toBeUndefined();
  expect(text(missing({ overdue: true }))).toBeUndefined();
  expect(text(missing({ remedy: [] }))).toBeUndefined();
});
