import { describe, expect, it } from "vitest";
import { passMarkFor } from "./pass-mark.ts";
import { aPolicy, aRule, lab } from "./test-policy.ts";

const asking = (...marks: readonly (number | null)[]) =>
  aPolicy(
    Object.fromEntries(
      marks.map((passMark, n) => [`c${n}`, aRule({ asks: [lab("quiz/t1", { passMark })] })]),
    ),
  );

describe("the pass mark of an activity", () => {
  it("is the lowest that a certificate asks", () => {
    expect(passMarkFor(asking(0.9, 0.7), "quiz/t1")).toBe(0.7);
  });

  it("is found inside a choice and among what refreshes", () => {
    const some = { kind: "some" as const, count: 1, title: null };
    const rule = aRule({
      asks: [{ ...some, of: [lab("quiz/t1", { passMark: 0.9 })] }],
      refreshAsks: [lab("quiz/t1-refresher", { passMark: 0.6 })],
    });
    expect(passMarkFor(aPolicy({ safe: rule }), "quiz/t1")).toBe(0.9);
    expect(passMarkFor(aPolicy({ safe: rule }), "quiz/t1-refresher")).toBe(0.6);
  });

  it("is 80 % where nobody says", () => {
    expect(passMarkFor(null, "quiz/t1")).toBe(0.8);
    expect(passMarkFor(asking(null), "quiz/t1")).toBe(0.8);
    expect(passMarkFor(asking(0.5), "quiz/t2")).toBe(0.8);
  });
});
