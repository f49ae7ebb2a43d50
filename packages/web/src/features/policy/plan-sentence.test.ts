import { describe, expect, it } from "vitest";
import { planSentence } from "./plan-sentence.ts";

const now = "2026-11-21T12:00:00Z";
const change = (
  gate: string | null,
  counts: { loses?: number; gains?: number; newlyAsked?: number; otherEnd?: number },
) => ({
  certificate: gate === null ? "safe-use" : null,
  gate,
  title: "Safe use of AI tools",
  gains: 0,
  loses: 0,
  newlyAsked: 0,
  noLongerAsked: 0,
  otherEnd: 0,
  ...counts,
});
const plan = (changes: readonly ReturnType<typeof change>[], affected = 1) => ({
  affected,
  changes: [...changes],
  named: null,
});

describe("planSentence", () => {
  it("puts a lost gate before a lost certificate, whatever the counts", () => {
    const changes = [change(null, { loses: 90 }), change("deploy/production", { loses: 23 })];
    expect(planSentence(plan(changes), now)).toBe("23 people would lose deploy/production.");
  });

  it("names the most gained beside the most lost", () => {
    const changes = [
      change("deploy/production", { loses: 23 }),
      change("model-keys/openai", { gains: 1 }),
    ];
    expect(planSentence(plan(changes), now)).toBe(
      "23 people would lose deploy/production; 1 person would gain model-keys/openai.",
    );
  });

  it("says when the first of them feels it, where moments are known", () => {
    const named = (when: string) => [
      {
        person: "p",
        name: "Ada",
        team: null,
        changes: [
          {
            what: "gate" as const,
            id: "deploy/production",
            title: "",
            effect: "loses" as const,
            from: "allow" as const,
            to: "deny" as const,
            when,
          },
        ],
      },
    ];
    const lost = plan([change("deploy/production", { loses: 1 })]);
    expect(planSentence({ ...lost, named: named(now) }, now)).toBe(
      "1 person would lose deploy/production at once.",
    );
    expect(planSentence({ ...lost, named: named("2026-12-24T12:00:00Z") }, now)).toBe(
      "1 person would lose deploy/production on 24 December 2026.",
    );
  });

  it("falls back to what is newly asked, then to nothing", () => {
    expect(planSentence(plan([change(null, { newlyAsked: 14 })]), now)).toBe(
      "14 people would newly be asked for Safe use of AI tools.",
    );
    expect(planSentence(plan([change(null, { otherEnd: 40 })]), now)).toBe(
      "Nobody gains or loses anything now; for 40 people Safe use of AI tools would end at another time.",
    );
    expect(planSentence(plan([], 0), now)).toBe("Nobody would gain or lose anything.");
    expect(planSentence(plan([], 3), now)).toBe(
      "Something small would change for 3 people; nobody gains or loses a gate.",
    );
  });
});
