import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceLists, instants, people, policies } from "./arbitraries.ts";
import { planChanges, planPerson } from "./plan.ts";
import { addToSummary, emptySummary, summarisePlan } from "./summarise-plan.ts";
import { aPerson, aPolicy, aRule, lab, passed } from "./test-policy.ts";

const now = "2026-03-01T00:00:00.000Z";
const before = aPolicy();
const holder = { person: aPerson(), evidence: [passed("lab/L17", "2026-02-01")] };
const newcomer = { person: aPerson({ id: "bob", team: null }), evidence: [] };

describe("a plan", () => {
  it("is empty when nothing changes", () => {
    fc.assert(
      fc.property(
        fc.tuple(policies, people, evidenceLists, instants),
        ([policy, person, evidence, at]) => {
          const plan = planPerson(policy, policy, { person, evidence }, at);
          expect([plan.certificates, plan.gates]).toEqual([[], []]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("names what somebody loses when more is asked", () => {
    const after = aPolicy({ safe: aRule({ asks: [lab("lab/L17"), lab("lab/L26")] }) });
    const plan = planPerson(before, after, holder, now);
    expect(plan.certificates).toEqual([
      {
        certificate: "safe",
        title: "Safe use",
        before: { state: "current", holds: true, required: true, dueBy: null },
        after: {
          state: "underway",
          holds: false,
          required: true,
          dueBy: "2026-01-31T00:00:00.000Z",
        },
        effects: ["loses"],
        later: { before: "2027-02-15T00:00:00.000Z", after: null },
      },
    ]);
    expect(plan.gates[0]).toMatchObject({ before: "allow", after: "deny", effects: ["loses"] });
  });

  it("names an earlier end that nobody notices today", () => {
    const after = aPolicy({ safe: aRule({ refreshMonths: 6 }) });
    const plan = planPerson(before, after, holder, now);
    expect(plan.certificates[0]).toMatchObject({
      effects: [],
      later: { before: "2027-02-15T00:00:00.000Z", after: "2026-08-15T00:00:00.000Z" },
    });
    expect(plan.gates[0]?.later?.after).toBe("2026-08-15T00:00:00.000Z");
  });

  it("tells the newly asked from the released, first policy included", () => {
    const voluntary = aPolicy({ safe: aRule({ for: [] }) });
    const effects = (from: typeof before | null, to: typeof before): unknown =>
      planPerson(from, to, newcomer, now).certificates[0]?.effects;
    expect(effects(voluntary, before)).toEqual(["asked"]);
    expect(effects(before, voluntary)).toEqual(["released"]);
    expect(effects(null, before)).toEqual(["asked"]);
  });

  it("sees removed certificates and gates", () => {
    const plan = planPerson(before, aPolicy({}, { gates: {} }), holder, now);
    expect(plan.certificates[0]).toMatchObject({ after: null, effects: ["loses", "released"] });
    expect(plan.gates[0]).toMatchObject({ before: "allow", after: null, effects: ["loses"] });
  });
});

describe("its summary", () => {
  const after = aPolicy({
    safe: aRule({ asks: [lab("lab/L26")] }),
    extra: aRule({ title: "Extra" }),
  });
  it("counts people by certificate, gate and team", () => {
    const summary = summarisePlan(planChanges(before, after, [holder, newcomer], now));
    const none = { gains: 0, loses: 0, asked: 0, released: 0, otherEnd: 0, affected: 0 };
    expect(summary.people).toBe(2);
    expect(summary.affected).toBe(2);
    expect(summary.certificates).toEqual({
      safe: { ...none, loses: 1, affected: 1 },
      extra: { ...none, gains: 1, asked: 2, affected: 2 },
    });
    expect(summary.gates).toEqual({ deploy: { ...none, loses: 1, affected: 1 } });
    expect(summary.teams).toEqual({
      payments: { ...none, gains: 1, loses: 1, asked: 1, affected: 1 },
      "": { ...none, asked: 1, affected: 1 },
    });
  });
  it("folds step by step to the same", () => {
    const plans = [...planChanges(before, after, [holder, newcomer], now)];
    expect(plans.reduce(addToSummary, emptySummary)).toEqual(summarisePlan(plans));
  });
});
