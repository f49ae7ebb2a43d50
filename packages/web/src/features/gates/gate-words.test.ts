import { describe, expect, it } from "vitest";
import { decisionSentence, gatesSentence } from "./gate-words.ts";

const enforce = { mode: "enforce" as const };
const warn = { mode: "warn" as const };

describe("gatesSentence", () => {
  it.each([
    [[], "The policy knows no gate yet."],
    [[enforce], "1 gate, enforced."],
    [[enforce, enforce], "2 gates, all enforced."],
    [[enforce, warn], "2 gates; 1 is enforced."],
    [[enforce, enforce, warn], "3 gates; 2 are enforced."],
    [[warn], "1 gate; none stops anybody yet."],
  ])("of %o says: %s", (gates, sentence) => {
    expect(gatesSentence(gates)).toBe(sentence);
  });
});

describe("decisionSentence", () => {
  const gate = "deploy/production";
  it("does not claim that a gate which only watches stops somebody", () => {
    expect(decisionSentence("Ada", { gate, outcome: "deny", enforced: false })).toBe(
      "Ada lacks something for deploy/production, which stops nobody yet.",
    );
    expect(decisionSentence("Ada", { gate, outcome: "deny", enforced: true })).toBe(
      "Ada may not pass deploy/production.",
    );
    expect(decisionSentence("Ada", { gate, outcome: "allow", enforced: true })).toBe(
      "Ada may pass deploy/production.",
    );
  });
});
