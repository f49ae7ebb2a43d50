import { expect, it } from "vitest";
import { planPerson } from "./plan.ts";
import { planModes } from "./plan-modes.ts";
import type { GateRule } from "./policy.ts";
import { summarisePlan } from "./summarise-plan.ts";
import { aPerson, aPolicy, passed } from "./test-policy.ts";

const now = "2026-03-01T00:00:00.000Z";
const turn = (at: string) => ({ to: "enforce" as const, at: `${at}T00:00:00.000Z` });
const withGate = (parts: Partial<GateRule>) =>
  aPolicy(undefined, {
    gates: { deploy: { title: "Deploy", mode: "warn", asks: ["safe"], for: null, ...parts } },
  });

it("says from when a gate stops people that only warned before", () => {
  expect(planModes(withGate({}), withGate({ turns: [turn("2026-05-01")] }), now)).toEqual([
    {
      gate: "deploy",
      title: "Deploy",
      before: { mode: "warn", turns: [] },
      after: { mode: "warn", turns: [turn("2026-05-01")] },
    },
  ]);
});

it("says nothing where a turn that has come is written as the mode", () => {
  const before = withGate({ turns: [turn("2026-02-01")] });
  expect(planModes(before, withGate({ mode: "enforce" }), now)).toEqual([]);
});

it("knows gates that come and go", () => {
  const none = aPolicy(undefined, { gates: {} });
  expect(planModes(none, withGate({}), now)).toMatchObject([{ before: null }]);
  expect(planModes(withGate({}), none, now)).toMatchObject([{ after: null }]);
  expect(planModes(null, withGate({}), now)).toHaveLength(1);
});

it("counts whom a gate would stop, whether or not that changes", () => {
  const policy = withGate({});
  const people = [
    { person: aPerson(), evidence: [passed("lab/L17", "2026-02-01")] },
    { person: aPerson({ id: "bob" }), evidence: [] },
    { person: aPerson({ id: "cy", active: false }), evidence: [] },
  ];
  const plans = people.map((subject) => planPerson(policy, policy, subject, now));
  expect(summarisePlan(plans).denied).toEqual({ deploy: 1 });
});
