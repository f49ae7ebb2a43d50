import { expect, test } from "vitest";
import { reviewJson, reviewOf, withComment, withoutComment } from "./review-draft.ts";
import { lineName, rangeName } from "./review-words.ts";

const comment = (file: string, from: number) => ({ file, from, to: from, problem: "p", text: "" });
const files = ["b.ts", "a.ts"];
const two = withComment(
  withComment({ comments: [], decision: null }, comment("a.ts", 4), null, files),
  comment("b.ts", 9),
  null,
  files,
);

test("comments stand in the order in which the change is read", () => {
  expect(two.comments.map(({ file }) => file)).toEqual(["b.ts", "a.ts"]);
});

test("a changed comment takes the place of the old one, and only of that", () => {
  const [first] = two.comments;
  if (first === undefined) throw new Error("there is no comment");
  const changed = withComment(two, { ...first, text: "Why?" }, first, files);
  expect(changed.comments.map(({ text }) => text)).toEqual(["Why?", ""]);
  expect(withoutComment(two, first).comments).toHaveLength(1);
});

test("what is written is read again; what is no review is an empty one", () => {
  expect(reviewOf(reviewJson(two))).toEqual(two);
  expect(reviewOf("x")).toEqual({ comments: [], decision: null });
});

test("a line is called by the number that a reader sees", () => {
  const lines = [
    { kind: "same", before: 3, after: 4, text: "" },
    { kind: "removed", before: 5, after: null, text: "" },
  ] as const;
  expect(lines.map(lineName)).toEqual(["line 4", "line 5, removed"]);
  expect(rangeName(lines, 0, 1)).toBe("line 4 to line 5, removed");
  expect(rangeName(lines, 7, 7)).toBe("a line that is not here");
});
