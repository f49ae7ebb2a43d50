import { expect, it } from "vitest";
import { guess } from "./guess.ts";
import { daysOf, monthsOf, shareOf } from "./measures.ts";

it.each<[string, unknown, string | null]>([
  ["refresh", "1 year", "12 months"],
  ["validity", 24, "24 months"],
  ["validity", "2y", "24 months"],
  ["validity", "1.5 years", "18 months"],
  ["validity", "1.1 months", null],
  ["notice", "2 weeks", "14 days"],
  ["grace", "1", "1 day"],
  ["within", "1 month", "30 days"],
  ["firstDue", "soon", null],
  ["passMark", 80, "80%"],
  ["passMark", "80 %", "80%"],
  ["title", "12", null],
  ["refresh", ["12 months"], null],
])("%s: %j means %j", (key, value, expected) => {
  expect(guess(["certificates", "a", key], value)).toBe(expected);
});

it("reads lengths and shares", () => {
  expect([monthsOf("1 month"), monthsOf("12 months"), daysOf("60 days")]).toEqual([1, 12, 60]);
  expect([shareOf("80%"), shareOf("82.5 %"), shareOf(0.8), shareOf("none")]).toEqual([
    0.8,
    0.825,
    0.8,
    null,
  ]);
  expect(() => monthsOf("a year")).toThrow(RangeError);
});
