import { expect, it } from "vitest";
import { debriefSentence, othersText, stillOpenText } from "./debrief-words.ts";

const answered = {
  exercise: "debrief",
  answer: { kind: "choose", picked: ["a"], because: [] },
  marking: { right: true, share: 1, reasons: [], solution: null, close: null, reveal: null },
  at: "2026-05-03T12:00:00Z",
} as const;

it("says what is left, and never that a lab is passed before it is", () => {
  const open = { answered: null, passedEvidence: null };
  expect(debriefSentence("Refunds", "verdict-passed", open)).toMatch(/Answer one question/);
  expect(stillOpenText("verdict-passed", open)).toBeNull();
  const waits = { answered, passedEvidence: null };
  expect(debriefSentence("Refunds", "verdict-passed", waits)).not.toMatch(/You have passed/);
  expect(stillOpenText("verdict-passed", waits)).toMatch(/each of a pair/);
  const done = { answered, passedEvidence: "e1" };
  expect(debriefSentence("Refunds", "done", done)).toBe("You have passed Refunds.");
  expect(stillOpenText("done", done)).toBeNull();
});

it("a try that was given up is no pass", () => {
  const given = { answered: null, passedEvidence: null };
  expect(debriefSentence("Refunds", "given-up", given)).toBe("How Refunds is done.");
});

it("others are counts, and nothing while they are too few", () => {
  const none = { people: 0, passed: 0, medianAttempts: null, firstFailed: [] };
  expect(othersText(none)).toBeNull();
  expect(othersText({ ...none, people: 4, passed: 4 })).toBeNull();
  expect(othersText({ ...none, people: 12, passed: 9, medianAttempts: 3 })).toBe(
    "12 people here have tried it, 9 have passed, most of them within 3 attempts.",
  );
  expect(othersText({ ...none, people: 5 })).toBe("5 people here have tried it, 0 have passed.");
});
