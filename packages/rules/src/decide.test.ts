import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evidenceLists,
  instants,
  openings,
  passingFacts,
  people,
  policies,
} from "./arbitraries.ts";
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
  decide(policy, gate, person, standings(policy, person, evidence, now), now);

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
    expect(decide(policy, "deploy", aPerson(), [], now).outcome).toBe("deny");
  });
});

describe("a gate that turns", () => {
  const turning = aPolicy(undefined, {
    gates: {
      deploy: {
        title: "Deploy",
        mode: "observe",
        asks: ["safe"],
        for: null,
        turns: [
          { to: "warn", at: "2026-04-01T00:00:00.000Z" },
          { to: "enforce", at: "2026-05-01T00:00:00.000Z" },
        ],
      },
    },
  });
  const at = (moment: string) => decide(turning, "deploy", aPerson(), [], moment);
  it("says its mode now and the next one, and ends its answer when that begins", () => {
    expect(at("2026-03-31T23:59:59.999Z")).toMatchObject({
      mode: "observe",
      enforced: false,
      turns: { to: "warn", at: "2026-04-01T00:00:00.000Z" },
      changesAt: "2026-04-01T00:00:00.000Z",
    });
    expect(at("2026-04-01T00:00:00.000Z")).toMatchObject({
      mode: "warn",
      turns: { to: "enforce" },
    });
    const last = { mode: "enforce", enforced: true, turns: null, changesAt: null };
    expect(at("2026-05-01T00:00:00.000Z")).toMatchObject(last);
  });
});

describe("a gate opened by hand", () => {
  const breakGlass = { roles: ["lead" as const], longestMinutes: 240 };
  const gates = (parts: object) => ({
    deploy: { title: "Deploy", mode: "enforce" as const, asks: ["safe"], for: null, ...parts },
  });
  const opening = {
    id: "o1",
    gate: "deploy",
    person: "ada",
    from: "2026-03-01T00:00:00.000Z",
    until: "2026-03-01T04:00:00.000Z",
  };
  const decideAt = (moment: string, parts: object = { breakGlass }, who = aPerson()) =>
    decide(aPolicy(undefined, { gates: gates(parts) }), "deploy", who, [], moment, [opening]);
  it("is open until the moment it ends, and says so", () => {
    const open = decideAt("2026-03-01T03:59:59.999Z");
    expect(open).toMatchObject({ outcome: "allow", opening: "o1", changesAt: opening.until });
    expect(open.reasons.map(({ code }) => code)).toEqual(["opened", "lacks"]);
    expect(open.reasons[0]?.says).toBe("Opened by two people until 1 March 2026, 04:00 UTC.");
    expect(decideAt(opening.until)).toMatchObject({ outcome: "deny", opening: null });
    expect(decideAt("2026-02-28T23:59:59.999Z").outcome).toBe("deny");
  });
  it("opens for nobody else, not where the policy knows no breaking of glass, never for a closed account", () => {
    expect(decideAt(now, { breakGlass }, aPerson({ id: "bob" })).outcome).toBe("deny");
    expect(decideAt(now, {}).outcome).toBe("deny");
    expect(decideAt(now, { breakGlass }, aPerson({ active: false })).outcome).toBe("deny");
  });
});

const worlds = fc.tuple(policies, people, evidenceLists, instants);

it("that exists nowhere denies, whoever asks and whatever was opened", () => {
  fc.assert(
    fc.property(worlds, openings, fc.string(), ([random, person, evidence, at], opened, name) => {
      fc.pre(name !== "deploy");
      const all = standings(random, person, evidence, at);
      expect(decide(random, name, person, all, at, opened).outcome).toBe("deny");
    }),
    { numRuns: 100 },
  );
});

it("opened by hand only ever opens, for whom and as long as it was approved", () => {
  fc.assert(
    fc.property(worlds, openings, ([random, person, evidence, at], opened) => {
      const all = standings(random, person, evidence, at);
      const shut = decide(random, "deploy", person, all, at);
      const open = decide(random, "deploy", person, all, at, opened);
      const isOpened = opened.some(
        ({ gate, person: whom, from, until }) =>
          gate === "deploy" && whom === person.id && from <= at && at < until,
      );
      const mayOpen = random.gates["deploy"]?.breakGlass !== undefined && person.active;
      const expected = shut.outcome === "allow" || (isOpened && mayOpen) ? "allow" : "deny";
      expect(open.outcome).toBe(expected);
      expect(open.opening !== null).toBe(open.outcome !== shut.outcome);
    }),
    { numRuns: 400 },
  );
});

it("is never closed by more passed", () => {
  fc.assert(
    fc.property(worlds, passingFacts, openings, ([random, person, evidence, at], more, opened) => {
      const answer = (facts: readonly EvidenceFact[]) =>
        decide(random, "deploy", person, standings(random, person, facts, at), at, opened);
      if (answer(evidence).outcome === "deny") return;
      expect(answer([...evidence, more]).outcome).toBe("allow");
    }),
    { numRuns: 300 },
  );
});

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
      const { outcome, remedy } = decide(random, "deploy", person, all, at);
      expect(outcome === "allow").toBe(person.active && isInvited && holdsAll === true);
      if (holdsAll === true) expect(remedy).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it("answers the same until changesAt", () => {
  fc.assert(
    fc.property(worlds, openings, ([random, person, evidence, at], opened) => {
      const known = evidence.filter((fact) => fact.at <= at);
      const begun = opened.filter((one) => one.from <= at);
      const answer = (moment: string): Decision =>
        decide(random, "deploy", person, standings(random, person, known, moment), moment, begun);
      const first = answer(at);
      if (first.changesAt === null) return;
      expect(answer(isoOf(instantOf(first.changesAt) - 1))).toEqual(first);
    }),
    { numRuns: 300 },
  );
});
