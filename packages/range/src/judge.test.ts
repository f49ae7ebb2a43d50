import type { CaseClaim } from "@checkride/rules/exercises/case-claim";
import { describe, expect, it } from "vitest";
import type { Check } from "./checks.ts";
import { hashSubmission } from "./grade.ts";
import { drawCases, judge } from "./judge.ts";
import type { Run } from "./submission.ts";

const check = (id: string, half: Check["half"], more: Partial<Check> = {}): Check => ({
  id,
  half,
  says: `says ${id}`,
  why: `why ${id}`,
  cases: (draw) => [{ args: [draw.whole(1, 1_000_000)], wants: id }],
  ...more,
});
const both = [check("works", "works"), check("attack", "attacks")];

const judged = (checks: readonly Check[], claim: (wants: unknown) => CaseClaim, more = {}) => {
  const drawn = drawCases(checks, "seed");
  const run: Run = {
    claims: drawn.map(({ one }) => claim(one.wants)),
    load: null,
    logs: "",
    hostCalls: drawn.map(() => []),
    limitsHit: [],
    engines: "",
    tookMs: 0,
    ...more,
  };
  return judge(checks, drawn, run);
};
const right = (wants: unknown): CaseClaim => ({ status: "returned", value: String(wants) });

describe("the judge", () => {
  it("passes what holds in both halves", () => {
    expect(judged(both, right).passed).toBe(true);
  });

  it("never passes with one half missing or open", () => {
    expect(judged([check("works", "works")], right).passed).toBe(false);
    const verdict = judged(both, (wants) => right(wants === "attack" ? "other" : wants));
    expect(verdict.passed).toBe(false);
    expect(verdict.checks).toMatchObject([
      { id: "works", holds: true, why: null },
      { id: "attack", holds: false, why: "why attack" },
    ]);
  });

  it.each(["threw", "timeout", "memory", "crashed", "protocol", "not-run"] as const)(
    "takes %s for wrong, in attack cases too",
    (status) => {
      const { checks } = judged(both, () => ({ status, says: "blocked" }));
      expect(checks.map(({ holds }) => holds)).toEqual([false, false]);
    },
  );

  it("takes nothing of a program that did not load", () => {
    expect(judged(both, right, { load: "SyntaxError" }).passed).toBe(false);
  });

  it("takes claims that are missing for wrong", () => {
    expect(judged(both, right, { claims: [] }).passed).toBe(false);
  });

  it("takes a judging function that stumbles over a claim for a no", () => {
    const stumbling = check("attack", "attacks", {
      cases: () => [
        {
          args: [],
          wants: () => {
            throw new TypeError("null has no allowed");
          },
        },
      ],
    });
    expect(judged([check("works", "works"), stumbling], right).passed).toBe(false);
  });

  it("shows the input and the claim of public cases only", () => {
    const open = check("works", "works", {
      cases: () => [{ args: ["seen"], wants: "works", isPublic: true }],
    });
    const { publicCases } = judged([open, check("attack", "attacks")], right);
    expect(publicCases.map(({ args }) => args)).toEqual([["seen"]]);
  });

  it("will not have a check without cases", () => {
    expect(() => drawCases([check("works", "works", { cases: () => [] })], "s")).toThrow("works");
  });
});

describe("cases", () => {
  const many = Array.from({ length: 8 }, (_, i) => check(`c${i}`, "works"));
  const inputs = (seed: string) => JSON.stringify(drawCases(many, seed).map(({ one }) => one.args));
  const order = (seed: string) =>
    drawCases(many, seed)
      .map(({ check: { id } }) => id)
      .join();

  it("follow from the seed, their order too", () => {
    expect(inputs("a")).toBe(inputs("a"));
    expect(inputs("a")).not.toBe(inputs("b"));
    expect(order("a")).not.toBe(order("b"));
  });
});

describe("a submission's hash", () => {
  it("is of paths and texts, not of the order in which they came", () => {
    const [a, b] = [
      { path: "a", text: "1" },
      { path: "b", text: "2" },
    ];
    expect(hashSubmission([a, b])).toBe(hashSubmission([b, a]));
    expect(hashSubmission([a, b])).not.toBe(
      hashSubmission([
        { path: "a", text: "2" },
        { path: "b", text: "1" },
      ]),
    );
  });
});
