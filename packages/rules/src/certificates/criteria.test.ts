import { describe, expect, it } from "vitest";
import type { Ask } from "../policy.ts";
import { aRule, lab } from "../test-policy.ts";
import { criteriaOf, threatsTaught } from "./criteria.ts";

const some = (count: number, ...of: readonly Ask[]): Ask => ({
  kind: "some",
  count,
  title: "A red-team lab",
  of,
});

describe("criteria", () => {
  it("say in a line what each ask wants", () => {
    const rule = aRule({
      asks: [
        lab("quiz/t1", { title: "Foundations", passMark: 0.8 }),
        some(1, lab("lab/L02"), lab("lab/L03")),
        { kind: "signOff", document: "policy", title: "AI policy", version: null, since: null },
        { kind: "certificate", certificate: "safe-use" },
      ],
    });
    expect(criteriaOf(rule)).toEqual([
      "Pass “Foundations” (quiz, 80 % or more)",
      "A red-team lab, 1 of: Pass “lab/L02” (lab); Pass “lab/L03” (lab)",
      "Read and sign “AI policy”",
      "Hold the certificate safe-use",
    ]);
  });
});

describe("the threats of a certificate", () => {
  const taught: Record<string, readonly string[]> = {
    "lab/L1": ["A", "B"],
    "lab/L2": ["B", "C"],
    "lab/L3": ["B"],
  };
  const of = (...asks: readonly Ask[]) => threatsTaught({ asks }, (ref) => taught[ref] ?? []);

  it("are those of everything that must be done", () => {
    expect(of(lab("lab/L1"), lab("lab/L2"), lab("lab/L9"))).toEqual(["A", "B", "C"]);
  });

  it("are, where one may choose, those that no choice leaves out", () => {
    const all = [lab("lab/L1"), lab("lab/L2"), lab("lab/L3")];
    expect(of(some(1, ...all))).toEqual(["B"]);
    expect(of(some(2, ...all))).toEqual(["B"]);
    expect(of(some(3, ...all))).toEqual(["A", "B", "C"]);
    expect(of(some(1))).toEqual([]);
  });
});
