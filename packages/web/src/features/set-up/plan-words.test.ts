import type { PolicyPlan } from "@checkride/api/policy";
import { expect, test } from "vitest";
import { certificateLines, gateLines } from "./plan-words.ts";

const change = (more: Partial<PolicyPlan["changes"][number]>): PolicyPlan["changes"][number] => ({
  certificate: null,
  gate: null,
  title: "Title",
  gains: 0,
  loses: 0,
  newlyAsked: 0,
  noLongerAsked: 0,
  otherEnd: 0,
  ...more,
});

const plan = (changes: PolicyPlan["changes"]): PolicyPlan => ({
  baseVersion: null,
  people: 12,
  affected: 12,
  changes,
  teams: [],
  modes: [],
  named: null,
  faults: [],
});

test("each certificate says of how many it is asked, most first", () => {
  const lines = certificateLines(
    plan([
      change({ certificate: "a", newlyAsked: 12 }),
      change({ certificate: "b", newlyAsked: 1 }),
      change({ certificate: "c", newlyAsked: 5 }),
      change({ certificate: "d" }),
      change({ gate: "g" }),
    ]),
  );
  expect(lines.map((line) => line.says)).toEqual([
    "asked of everybody",
    "asked of 5 people",
    "asked of 1 person",
    "asked of nobody yet",
  ]);
});

test("each gate says to whom it opens", () => {
  const lines = gateLines(plan([change({ gate: "a", gains: 3 }), change({ gate: "b" })]));
  expect(lines.map((line) => line.says)).toEqual([
    "open to 3 people at once",
    "open to nobody yet",
  ]);
});
