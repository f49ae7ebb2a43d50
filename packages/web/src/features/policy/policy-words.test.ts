import { describe, expect, it } from "vitest";
import { policySentence } from "./policy-words.ts";

const v14 = { version: 14, appliedAt: "2026-11-02T12:00:00Z" };
const approval = { id: null, name: "Ada", at: "2026-11-03T12:00:00Z", note: "" };
const v15 = { version: 15, approvals: [approval], approvalsNeeded: 2 };

describe("policySentence", () => {
  it.each([
    [null, [], "No policy is in force yet."],
    [v14, [], "Policy v14 is in force since 2 November 2026."],
    [v14, [v15], "Policy v14 is in force since 2 November 2026; v15 waits for 1 more approval."],
    [
      v14,
      [{ ...v15, approvalsNeeded: 1 }],
      "Policy v14 is in force since 2 November 2026; v15 is approved and waits to be applied.",
    ],
    [v14, [v15, v15], "Policy v14 is in force since 2 November 2026; 2 proposals are open."],
    [
      null,
      [{ ...v15, approvals: [] }],
      "No policy is in force yet; v15 waits for 2 more approvals.",
    ],
  ])("of %o with %o says: %s", (inForce, proposals, sentence) => {
    expect(policySentence(inForce, proposals)).toBe(sentence);
  });
});
