import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecisionRule, decideByRules, readDecisionRules } from "./decision-rules.ts";

const rule = (
  fact: string,
  test: DecisionRule["test"],
  value: string,
  outcome = "refuse",
): DecisionRule => ({ fact, test, value, outcome });

describe("decision rules", () => {
  it("are read whole or not at all", () => {
    const rules = [rule("age", "below", "30")];
    expect(readDecisionRules([{ ...rules[0] }])).toEqual(rules);
    for (const wrong of [
      null,
      {},
      [1],
      [{ fact: "age", test: "like", value: "30", outcome: "refuse" }],
      [{ fact: "age", test: "below", value: 30, outcome: "refuse" }],
      Array.from({ length: 41 }, () => ({ ...rules[0] })),
    ]) {
      expect(readDecisionRules(wrong)).toBeNull();
    }
  });

  it.each([
    [rule("age", "below", "30"), "refuse"],
    [rule("age", "below", "29"), null],
    [rule("age", "above", "28.5"), "refuse"],
    [rule("age", "above", "many"), null],
    [rule("owner", "is", "known"), "refuse"],
    [rule("owner", "is-not", "known"), null],
    [rule("link", "is", "null"), null],
    [rule("link", "is-not", "any"), "refuse"],
    [rule("toString", "is-not", "any"), null],
  ])("%o says %s", (one, wanted) => {
    expect(decideByRules([one], { age: 29, owner: "known", link: null })).toBe(wanted);
  });

  it("are asked in their order: the first that applies decides", () => {
    const rules = [rule("age", "above", "100", "accept"), rule("age", "is-not", "", "refuse")];
    expect([decideByRules(rules, { age: 101 }), decideByRules(rules, { age: 99 })]).toEqual([
      "accept",
      "refuse",
    ]);
  });

  it("whatever they are given, they are read without an accident", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readDecisionRules(JSON.parse(JSON.stringify(value)));
        expect(read === null || Array.isArray(read)).toBe(true);
      }),
    );
  });
});
