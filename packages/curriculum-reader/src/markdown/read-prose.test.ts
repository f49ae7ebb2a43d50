import { expect, test } from "vitest";
import { readProse } from "./read-prose.ts";

const prose = (text: string) =>
  readProse(text, {
    placeOf: () => ({ line: 1, column: 1, endLine: 1, endColumn: 1 }),
    report: (_, says) => {
      throw new Error(says);
    },
    link: () => undefined,
  });

test("a numbered list that goes on after a text keeps its numbers", () => {
  const [first, , second] = prose("1. one\n2. two\n\nThen:\n\n3. three\n");
  expect(first).not.toHaveProperty("start");
  expect(second).toMatchObject({ kind: "list", ordered: true, start: 3 });
});

test("a list of points has no number to begin with", () => {
  expect(prose("- one\n- two\n")[0]).not.toHaveProperty("start");
});
