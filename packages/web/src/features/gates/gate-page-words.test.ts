import type { GateView } from "@checkride/api/gates";
import { describe, expect, it } from "vitest";
import { breakGlassWords, gateSentence, offlineWords, turnWords } from "./gate-page-words.ts";

const gate = (given: Partial<GateView>): GateView => ({
  gate: "deploy/production",
  title: "Deploy to production",
  mode: "enforce",
  turns: null,
  asks: [],
  for: null,
  offline: { maxAgeMinutes: 60, otherwise: "deny" },
  breakGlass: null,
  unlinked: "deny",
  people: { allowed: 30, denied: 2 },
  ...given,
});

describe("the page of a gate", () => {
  it("opens with who is kept out, or would be", () => {
    expect(gateSentence(gate({}))).toBe("Deploy to production: closed to 2 people, open to 30.");
    expect(gateSentence(gate({ mode: "warn", people: { allowed: 1, denied: 1 } }))).toBe(
      "Deploy to production: 1 person lacks something, which stops nobody yet.",
    );
    expect(gateSentence(gate({ people: { allowed: 3, denied: 0 } }))).toBe(
      "Deploy to production: nobody is kept out.",
    );
  });

  it("says when the mode turns, by the day in UTC that the policy names", () => {
    const turns = { to: "enforce", at: "2027-03-01T00:00:00.000Z" } as const;
    expect(turnWords(gate({ mode: "warn", turns }))).toBe("Enforces from 1 March 2027 on");
    expect(turnWords(gate({}))).toBeNull();
  });

  it("says what holds offline and by hand in spans that people use", () => {
    expect(offlineWords(gate({}))).toBe("An answer holds an hour; without one: closed.");
    const day = { maxAgeMinutes: 1440, otherwise: "allow" } as const;
    expect(offlineWords(gate({ offline: day }))).toBe("An answer holds a day; without one: open.");
    const breakGlass = { roles: ["owner", "lead"], longestMinutes: 240 } as const;
    expect(
      breakGlassWords(gate({ breakGlass: { ...breakGlass, roles: [...breakGlass.roles] } })),
    ).toBe("Two people open it by hand for at most 4 hours; the second is an owner or a lead.");
  });
});
