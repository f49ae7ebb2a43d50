import type { ContentChange, ContentFault, ContentHealth } from "@checkride/api/content";
import { expect, test } from "vitest";
import {
  changeSentence,
  healthSentence,
  itemsSentence,
  placeText,
  sizeOf,
} from "./content-words.ts";

const counts: ContentHealth["counts"] = {
  pieces: 245,
  errors: 0,
  warnings: 0,
  stale: 0,
  soon: 0,
  waiting: 0,
  openFeedback: 0,
  flaggedItems: 0,
};
const health = (change: Partial<ContentHealth["counts"]>): ContentHealth => ({
  readAt: "2026-11-20T09:00:00Z",
  ownFolder: null,
  faults: [],
  reviews: [],
  counts: { ...counts, ...change },
  flaggedItems: [],
  feedback: [],
});

test("what is to be done is said, what is in order is not", () => {
  expect(healthSentence(health({}))).toContain("nothing is wrong");
  expect(healthSentence(health({ errors: 1, stale: 2 }))).toBe(
    "1 fault and 2 reviews are overdue.",
  );
});

test("the place of a fault can be pasted into an editor", () => {
  const fault: ContentFault = {
    folder: "own",
    file: "modules/x/x-1.md",
    line: 4,
    column: 2,
    severity: "error",
    says: "",
    cure: null,
    serves: "nothing",
    servedSince: null,
  };
  expect(placeText(fault)).toBe("modules/x/x-1.md:4:2");
  expect(placeText({ ...fault, file: null })).toBe("own folder");
});

test("a change is a sentence about its piece", () => {
  const change: ContentChange = {
    id: "c",
    ref: "own/x.md",
    title: "Agents",
    kind: "changed",
    before: "a",
    after: "b",
    foundAt: "2026-11-20T09:00:00Z",
    state: "waiting",
    inForceAt: null,
    approvals: [],
    approvalsNeeded: 1,
    refused: null,
  };
  expect(changeSentence(change)).toBe("Agents has changed and waits for approval.");
  expect(changeSentence({ ...change, state: "in-force" })).toContain("in force");
});

test("a difference is counted by its lines", () => {
  const line = { before: 1, after: 1, text: "" };
  expect(
    sizeOf([
      { ...line, kind: "added" },
      { ...line, kind: "added" },
      { ...line, kind: "same" },
      { ...line, kind: "removed" },
    ]),
  ).toBe("+2 −1 lines");
});

test("questions that stand out are counted", () => {
  expect(itemsSentence(0, 150)).toBe("None of 150 questions stands out so far.");
  expect(itemsSentence(1, 150)).toBe("1 of 150 questions stands out.");
});
