import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceLists, instants, people, policies } from "./arbitraries.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { standings } from "./evaluate-standing.ts";
import type { EvidenceFact } from "./evidence.ts";
import { isInAudience } from "./matches.ts";
import { aPerson, aPolicy, aRule, lab, passed } from "./test-policy.ts";
import { instantOf, isoOf } from "./time.ts";

const now = "2026-03-01T00:00:00.000Z";
const policy = aPolicy(
  {
    base: aRule({
      title: "Base",
      asks: [lab("lab/a", { minutes: 30 }), lab("lab/b", { minutes: 10 })],
    }),
    upper: aRule({
      title: "Upper",
      asks: [
        { kind: "certificate", certificate: "base" },
        lab("lab/b", { minutes: 10 }),
        lab("lab/c"),
      ],
    }),
  },
  {
    gates: {
      deploy: { title: "Deploy", mode: "enforce", asks: ["base", "upper"], for: null },
      watch: { title: "Watch", mode: "observe", asks: ["base"], for: ["nobody"] },
    },
    audiences: {
      all: { title: "Everyone", because: "", who: { kind: "everyone" } },
      nobody: { title: "The moon crew", because: "", who: { kind: "any", of: [] } },
    },
  },
);

const ask = (gate: string, evidence: readonly EvidenceFact[], person = aPerson()): Decision =>
  decide(policy, gate, person, standings(policy, person, evidence, now));

describe("a gate", () => {
  const all = ["lab/a", "lab/b", "lab/c"].map((activity) => passed(activity, "2026-02-01"));
  it("allows who holds everything it asks for, and shows the evidence", () => {
    const decision = ask("deploy", all);
    expect(decision.outcome).toBe("allow");
    expect(decision.evidence.toSorted()).toEqual(all.map((fact) => fact.id).toSorted());
    expect(decision.reasons.map((reason) => reason.says)).toEqual([
      "Holds Base until 15 February 2027.",
      "Holds Upper until 15 February 2027.",
    ]);
    expect(decision.remedy).toEqual([]);
  });
  it("denies with the whole way to an allow, each thing once, shortest first", () => {
    const decision = ask("deploy", []);
    expect(decision.outcome).toBe("deny");
    expect(decision.reasons.map((reason) => reason.code)).toEqual(["lacks", "lacks"]);
    expect(decision.remedy.map((remedy) => remedy.ref)).toEqual(["lab/b", "lab/a", "lab/c"]);
  });
  it("says but does not enforce in the mode observe", () => {
    const decision = ask("watch", all);
    expect([decision.outcome, decision.enforced]).toEqual(["deny", false]);
    expect(decision.reasons[0]).toMatchObject({
      code: "not-invited",
      says: "Only for: The moon crew.",
    });
  });
  it("denies who is not active and what does not exist", () => {
    expect(ask("deploy", all, aPerson({ active: false })).outcome).toBe("deny");
    const unknown = ask("toString", all);
    expect([unknown.outcome, unknown.enforced]).toEqual(["deny", true]);
  });
  it("denies when a standing it needs was not handed over", () => {
    expect(decide(policy, "deploy", aPerson(), []).outcome).toBe("deny");
  });
});

const worlds = fc.tuple(policies, people, evidenceLists, instants);

it("allows if and only if an active, invited person holds all", () => {
  fc.assert(
    fc.property(worlds, ([random, person, evidence, at]) => {
      const all = standings(random, person, evidence, at);
      const gate = Object.values(random.gates)[0];
      const holdsAll = gate?.asks.every((id) =>
        all.some((one) => one.certificate === id && one.holds),
      );
      const isInvited =
        gate?.for?.some((name) => isInAudience(name, person, random.audiences)) ?? true;
      const { outcome, remedy } = decide(random, "deploy", person, all);
      expect(outcome === "allow").toBe(person.active && isInvited && holdsAll === true);
      if (holdsAll === true) expect(remedy).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it("answers the same until changesAt", () => {
  fc.assert(
    fc.property(worlds, ([random, person, evidence, at]) => {
      const known = evidence.filter((fact) => fact.at <= at);
      const answer = (moment: string): Decision =>
        decide(random, "deploy", person, standings(random, person, known, moment));
      const first = answer(at);
      if (first.changesAt === null) return;
      expect(answer(isoOf(instantOf(first.changesAt) - 1))).toEqual(first);
    }),
    { numRuns: 300 },
  );
});
