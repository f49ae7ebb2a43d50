import { expect, test } from "vitest";
import {
  allOf,
  counted,
  listed,
  minutesText,
  type Remedy,
  remediesText,
  remedyNoun,
} from "./words.ts";

const remedy = (kind: Remedy["kind"], ref: string): Remedy => ({
  kind,
  ref,
  title: ref,
  minutes: null,
  from: null,
});

test.each([
  [0, "lab", "no labs"],
  [1, "lab", "one lab"],
  [2, "quiz", "two quizzes"],
  [11, "match", "11 matches"],
  [2, "piece of evidence", "two pieces of evidence"],
])("%i %s is %s", (count, noun, words) => {
  expect(counted(count, noun)).toBe(words);
});

test("two of two are both", () => {
  expect(allOf(2, "gate")).toBe("both gates");
  expect(allOf(3, "gate")).toBe("all three gates");
});

test("lists read as one would say them", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
});

test("an activity is named by the first part of its reference", () => {
  expect(remedyNoun(remedy("activity", "lab/L17"))).toBe("lab");
  expect(remedyNoun(remedy("activity", "refresher"))).toBe("activity");
  expect(remedyNoun(remedy("sign-off", "document/policy"))).toBe("sign-off");
});

test("what is missing is counted by kind", () => {
  const remedies = [
    remedy("activity", "lesson/1"),
    remedy("activity", "lab/1"),
    remedy("activity", "lesson/2"),
  ];
  expect(remediesText(remedies)).toBe("two lessons and one lab");
});

test("long work is told in hours", () => {
  expect([null, 25, 90, 100, 240].map(minutesText)).toEqual([
    null,
    "25 min",
    "1.5 h",
    "1.5 h",
    "4 h",
  ]);
});
