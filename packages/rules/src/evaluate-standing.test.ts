import { describe, expect, it } from "vitest";
import { standing, standings } from "./evaluate-standing.ts";
import type { EvidenceFact } from "./evidence.ts";
import type { CertificateRule, Policy } from "./policy.ts";
import type { Standing } from "./standing.ts";
import { aPerson, aPolicy, aRule, fact, lab, passed } from "./test-policy.ts";

const on = (day: string): string => `${day}T00:00:00.000Z`;

const see = (
  rule: Partial<CertificateRule>,
  evidence: readonly EvidenceFact[],
  day: string,
  parts: Partial<Policy> = {},
): Standing =>
  standing(aPolicy({ safe: aRule(rule) }, parts), "safe", aPerson(), evidence, on(day));

describe("a certificate through its life", () => {
  const evidence = [passed("lab/L17", "2026-02-14", 0.9)];
  const stateOn = (day: string): string => see({}, evidence, day).state;

  it("is none, underway, current, due, due in grace, lapsed", () => {
    expect(stateOn("2026-02-13")).toBe("none");
    expect(stateOn("2026-02-14")).toBe("current");
    expect(stateOn("2026-12-15")).toBe("current");
    expect(stateOn("2026-12-16")).toBe("due");
    expect(stateOn("2027-02-14")).toBe("due");
    expect(stateOn("2027-02-27")).toBe("due");
    expect(stateOn("2027-02-28")).toBe("lapsed");
    const started = [fact("activity.started", "2026-02-01", { activity: "lab/L17" })];
    expect(see({}, started, "2026-02-13").state).toBe("underway");
  });

  it("says until when it is valid, until when it holds and when it changes", () => {
    const current = see({}, evidence, "2026-03-01");
    expect(current.validUntil).toBe(on("2027-02-14"));
    expect(current.holdsUntil).toBe(on("2027-02-28"));
    expect(current.changesAt).toBe(on("2026-12-16"));
    expect(current.because).toEqual([
      {
        code: "met",
        says: "lab/L17: passed with 90% on 14 February 2026, counts until 14 February 2027.",
        ask: "lab/L17",
        evidence: [evidence[0]?.id],
        until: on("2027-02-14"),
      },
    ]);
    expect(see({}, evidence, "2027-03-01").changesAt).toBeNull();
  });

  it("never counts longer than the validity, whatever the refresh says", () => {
    const rule = { refreshMonths: 24, validMonths: 12 };
    expect(see(rule, evidence, "2026-03-01").validUntil).toBe(on("2027-02-14"));
  });

  it("asks to do it again when due, and for nothing while current", () => {
    expect(see({}, evidence, "2026-03-01").remedy).toEqual([]);
    expect(see({}, evidence, "2027-01-10").remedy.map((one) => one.ref)).toEqual(["lab/L17"]);
  });
});

describe("being asked", () => {
  it("is due so many days after the start of work", () => {
    const one = see({}, [], "2026-01-15");
    expect([one.required, one.dueBy, one.overdue]).toEqual([true, on("2026-01-31"), false]);
    expect(one.changesAt).toBe(on("2026-01-31"));
    expect(see({}, [], "2026-01-31").overdue).toBe(true);
  });
  it("counts from the day the policy asks if that is later", () => {
    expect(see({ requiredFrom: "2026-06-01" }, [], "2026-06-02").dueBy).toBe(on("2026-07-01"));
  });
  it("has no date when held, once earned or voluntary", () => {
    expect(see({}, [passed("lab/L17", "2026-01-02")], "2026-03-01").dueBy).toBeNull();
    expect(see({}, [passed("lab/L17", "2026-01-02")], "2028-03-01").dueBy).toBeNull();
    const voluntary = see({ for: [] }, [], "2026-03-01");
    expect([voluntary.required, voluntary.dueBy]).toEqual([false, null]);
    expect(voluntary.because[0]?.code).toBe("not-asked");
  });
  it("opens nothing for somebody whose account is not active", () => {
    const policy = aPolicy();
    const person = aPerson({ active: false });
    const one = standing(
      policy,
      "safe",
      person,
      [passed("lab/L17", "2026-02-01")],
      on("2026-03-01"),
    );
    expect([one.holds, one.required, one.state]).toEqual([false, false, "lapsed"]);
    expect(one.because[0]?.code).toBe("inactive");
  });
});

describe("a pass", () => {
  const mark = { asks: [lab("quiz/t1", { passMark: 0.8, title: "Quiz" })] };
  it("must reach the mark that is asked", () => {
    const below = see(mark, [passed("quiz/t1", "2026-02-01", 0.72)], "2026-03-01");
    expect([below.holds, below.state]).toEqual([false, "underway"]);
    expect(below.because[0]).toMatchObject({
      code: "below-pass-mark",
      says: "Quiz: best score 72%, 80% is asked.",
    });
    expect(see(mark, [passed("quiz/t1", "2026-02-01", 0.8)], "2026-03-01").holds).toBe(true);
  });
  it("without a score, or with one that is no share, does not reach a mark", () => {
    expect(see(mark, [passed("quiz/t1", "2026-02-01")], "2026-03-01").holds).toBe(false);
    expect(see(mark, [passed("quiz/t1", "2026-02-01", 85)], "2026-03-01").holds).toBe(false);
    expect(see({}, [passed("lab/L17", "2026-02-01", 85)], "2026-03-01").holds).toBe(true);
  });
  it("before the day since which it is asked does not count", () => {
    const since = { asks: [lab("lab/L17", { since: "2026-03-01" })] };
    const early = see(since, [passed("lab/L17", "2026-02-01")], "2026-04-01");
    expect(early.because[0]).toMatchObject({
      code: "expired",
      says: "lab/L17: passed on 1 February 2026, asked again since 1 March 2026.",
    });
    expect(see(since, [passed("lab/L17", "2026-03-01")], "2026-04-01").holds).toBe(true);
  });
  it("that is asked only later is a remedy only from then on", () => {
    const later = { asks: [lab("lab/L17", { since: "2026-06-01" })] };
    const one = see(later, [], "2026-04-01");
    expect(one.remedy[0]?.from).toBe(on("2026-06-01"));
    expect(see(later, [], "2026-06-01").remedy[0]?.from).toBeNull();
  });
});

describe("a sign-off", () => {
  const asks = [
    { kind: "signOff", document: "policy", title: "AI policy", version: 2, since: null },
  ] as const;
  it("must be of the version asked for or a newer one", () => {
    const signed = (version: unknown): readonly EvidenceFact[] => [
      fact("signoff.signed", "2026-02-01", { document: "policy", version, hash: "…" }),
    ];
    expect(see({ asks }, signed(2), "2026-03-01").holds).toBe(true);
    expect(see({ asks }, signed(3), "2026-03-01").holds).toBe(true);
    const older = see({ asks }, signed(1), "2026-03-01");
    expect(older.because[0]).toMatchObject({
      code: "older-version",
      says: "AI policy: signed in version 1, version 2 is asked.",
    });
    expect(older.remedy[0]).toMatchObject({ kind: "sign-off", ref: "policy" });
    expect(see({ asks }, signed("2"), "2026-03-01").holds).toBe(false);
  });
});

describe("other evidence", () => {
  it("is met by its kind and by what its body says", () => {
    const where = { accepted: "true" };
    const asks = [
      { kind: "evidence", evidence: "review.done", title: null, where, since: null },
    ] as const;
    const review = (accepted: unknown): EvidenceFact =>
      fact("review.done", "2026-02-01", { accepted });
    expect(see({ asks }, [review(true)], "2026-03-01").holds).toBe(true);
    expect(see({ asks }, [review(false)], "2026-03-01").holds).toBe(false);
    expect(see({ asks }, [review(["true"])], "2026-03-01").holds).toBe(false);
  });
});

describe("refreshing", () => {
  const rule = {
    refreshAsks: [lab("quiz/refresh", { minutes: 5 })],
    asks: [lab("lab/L17", { minutes: 40 })],
  };
  const first = passed("lab/L17", "2026-01-10");
  it("carries a pass to the next refresh, and is the shorter way", () => {
    expect(see(rule, [first], "2026-12-01").remedy.map((one) => one.ref)).toEqual(["quiz/refresh"]);
    const refreshed = see(rule, [first, passed("quiz/refresh", "2026-12-01")], "2026-12-02");
    expect(refreshed.validUntil).toBe(on("2027-12-01"));
    expect(refreshed.because[0]?.evidence).toHaveLength(2);
  });
  it("ends at the longest validity all the same", () => {
    const evidence = [
      first,
      passed("quiz/refresh", "2026-12-01"),
      passed("quiz/refresh", "2027-11-25"),
    ];
    const one = see(rule, evidence, "2027-11-26");
    expect([one.validUntil, one.state]).toEqual([on("2028-01-10"), "due"]);
    expect(one.remedy.map((remedy) => remedy.ref)).toEqual(["lab/L17"]);
  });
  it("revives what had lapsed if the validity still runs", () => {
    expect(see(rule, [first], "2027-05-01").state).toBe("lapsed");
    expect(see(rule, [first, passed("quiz/refresh", "2027-05-01")], "2027-05-02").state).toBe(
      "current",
    );
  });
});

describe("some of several", () => {
  const some = (count: number): Partial<CertificateRule> => ({
    asks: [
      {
        kind: "some",
        title: "Two labs",
        count,
        of: [
          lab("lab/a", { minutes: 30 }),
          lab("lab/b", { minutes: 10 }),
          lab("lab/c", { minutes: 20 }),
        ],
      },
    ],
  });
  it("counts until the worst of the best", () => {
    const evidence = [
      passed("lab/a", "2026-01-10"),
      passed("lab/b", "2026-03-10"),
      passed("lab/c", "2026-02-10"),
    ];
    const one = see(some(2), evidence, "2026-04-01");
    expect([one.validUntil, one.progress]).toEqual([on("2027-02-10"), { done: 2, of: 2 }]);
    expect(one.because[0]?.evidence).toEqual([evidence[1]?.id, evidence[2]?.id]);
  });
  it("is remedied by the shortest options that are missing", () => {
    const one = see(some(2), [passed("lab/b", "2026-03-10")], "2026-04-01");
    expect([one.state, one.progress]).toEqual(["underway", { done: 1, of: 2 }]);
    expect(one.remedy.map((remedy) => remedy.ref)).toEqual(["lab/c"]);
    expect(see(some(2), [], "2026-04-01").remedy.map((remedy) => remedy.ref)).toEqual([
      "lab/b",
      "lab/c",
    ]);
  });
});

describe("a certificate that asks for another", () => {
  const policy = aPolicy({
    base: aRule({ title: "Base" }),
    upper: aRule({
      title: "Upper",
      asks: [{ kind: "certificate", certificate: "base" }, lab("lab/L20")],
    }),
  });
  const evidence = [passed("lab/L17", "2026-01-10"), passed("lab/L20", "2026-06-10")];
  it("ends when the other ceases to hold", () => {
    const one = standing(policy, "upper", aPerson(), evidence, on("2026-07-01"));
    expect([one.state, one.validUntil]).toEqual(["current", on("2027-01-24")]);
    expect(one.because[0]).toMatchObject({
      code: "met",
      says: "Holds Base until 24 January 2027.",
    });
  });
  it("has lapsed, not vanished, when the other is revoked", () => {
    const revoked = fact("certificate.revoked", "2026-08-01", {
      certificate: "base",
      reason: "shared",
    });
    const [base, upper] = standings(policy, aPerson(), [...evidence, revoked], on("2026-08-02"));
    expect([base?.state, upper?.state]).toEqual(["lapsed", "lapsed"]);
    expect(upper?.remedy).toEqual([
      { kind: "certificate", ref: "base", title: "Base", minutes: 15, from: null },
    ]);
  });
  it("never holds when it rests on itself", () => {
    const snake = aRule({ asks: [{ kind: "certificate", certificate: "tail" }] });
    const tail = aRule({ asks: [{ kind: "certificate", certificate: "snake" }] });
    const all = standings(aPolicy({ snake, tail }), aPerson(), evidence, on("2026-07-01"));
    expect(all.map((one) => one.holds)).toEqual([false, false]);
  });
});
