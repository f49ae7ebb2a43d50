import { describe, expect, it } from "vitest";
import { sayPlace } from "./say-place.ts";
import type { Submission } from "./submission.ts";

const submission: Submission = {
  language: "ts",
  files: [{ path: "main.ts", text: "" }],
  entry: "main.ts",
  calls: "f",
  cases: [],
};
const two = [...submission.files, { path: "lib/a.ts", text: "" }];

describe("where something went wrong", () => {
  it.each([
    ["the learner's line", submission, "Error: x @main.ts:3", "Error: x (line 3)"],
    [
      "the file too, when there are several",
      { ...submission, files: two },
      "x @lib/a.ts:3",
      "x (lib/a.ts, line 3)",
    ],
    [
      "counted after what stands before",
      { ...submission, before: "a\nb" },
      "x @main.ts:3",
      "x (line 1)",
    ],
    [
      "in what stands before",
      { ...submission, before: "a\nb" },
      "x @main.ts:2",
      "x (before your code)",
    ],
    ["nothing of what is not the learner's", submission, "x @range:70", "x"],
    ["nothing, when nothing is known", submission, "x", "x"],
  ])("is %s", (_what, about, says, expected) => {
    expect(sayPlace(says, about)).toBe(expected);
  });
});
