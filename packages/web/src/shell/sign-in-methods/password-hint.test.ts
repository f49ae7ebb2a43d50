import { expect, test } from "vitest";
import { passwordHint } from "./password-hint.ts";

const own = ["Amara Okafor", "amara.okafor@example.org"];

test("an empty field says what is needed", () => {
  expect(passwordHint("", own)).toMatchObject({ level: 0 });
});

test("what is missing is counted, by characters and not by code units", () => {
  expect(passwordHint("elevenchars", own).says).toBe("1 more character.");
  expect(passwordHint("🐙🐙🐙", own).says).toBe("9 more characters.");
});

test("one's own name or address does not count as hard to guess", () => {
  expect(passwordHint("okafor-harbour-lamp", own).level).toBe(1);
});

test("repeating a few characters does not help", () => {
  expect(passwordHint("abababababababab", own).level).toBe(1);
});

test("twelve different characters are enough, sixteen are better", () => {
  expect(passwordHint("copper-river", own).level).toBe(2);
  expect(passwordHint("copper river lantern", own).level).toBe(3);
});
