import type { Asked } from "@checkride/rules/labs/asked";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countAnswered, isAnswered, readAnswers, writeAnswers } from "./answers.ts";

const choices = [
  { id: "a", text: "A" },
  { id: "b", text: "B" },
];
const judge: Asked = { kind: "judge", id: "j", text: "?", verdicts: choices, reasons: choices };
const mark: Asked = { kind: "mark", id: "m", ask: "", title: "", language: "", text: "some words" };
const write: Asked = { kind: "write", id: "w", ask: "", start: "# one a line\n" };
const choose: Asked = { kind: "choose", id: "c", ask: "", options: choices };

test.each([
  [judge, { verdict: "a" }, false],
  [judge, { verdict: "a", reason: "b" }, true],
  [judge, ["a", "b"], false],
  [mark, [], false],
  [mark, [[0, 4]], true],
  [write, "# one a line\n", false],
  [write, "   ", false],
  [write, "*.pem", true],
  [choose, undefined, false],
  [choose, "a", true],
] as const)("%o with %o counts as answered: %s", (asked, value, answered) => {
  expect(isAnswered(asked, value)).toBe(answered);
});

test("only whole answers are counted", () => {
  expect(countAnswered([judge, mark, choose], { j: { verdict: "a" }, c: "b" })).toBe(1);
});

test("whatever stands in the file, it is read without an accident", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const answers = readAnswers(text);
      expect(typeof answers).toBe("object");
      expect(Array.isArray(answers)).toBe(false);
    }),
  );
});

test("what is written is read again", () => {
  const answers = { j: { verdict: "a", reason: "b" }, m: [[0, 4]], c: "b" };
  expect(readAnswers(writeAnswers(answers))).toEqual(answers);
});
