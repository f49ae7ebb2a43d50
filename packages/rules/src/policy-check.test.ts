import { describe, expect, it } from "vitest";
import type { CertificateRule, Condition, Exemption, Policy } from "./policy.ts";
import { checkPolicy } from "./policy-check.ts";
import { aPolicy, aRule, lab } from "./test-policy.ts";

const now = "2026-03-01T00:00:00.000Z";
const known = {
  activities: new Set(["lab/L17", "lab/L26", "quiz/t1"]),
  documents: new Map([["ai-safety-policy", 1]]),
};

const see = (policy: Policy): string[] =>
  checkPolicy(policy, known, now).map(
    ({ path, severity, says, meant }) =>
      `${severity} ${path.join(".")}: ${says}${meant === null ? "" : ` [${meant}]`}`,
  );

const seeRule = (rule: Partial<CertificateRule>): string[] => see(aPolicy({ safe: aRule(rule) }));

it("has nothing to say about a sound policy", () => {
  expect(see(aPolicy())).toEqual([]);
});

describe("references", () => {
  it("must exist, and the nearest name is offered", () => {
    expect(seeRule({ asks: [lab("lab/L71")] })).toEqual([
      "error certificates.safe.asks.0.activity: there is no activity `lab/L71`; did you mean `lab/L17`? [lab/L17]",
    ]);
    expect(seeRule({ for: ["al"] })).toHaveLength(1);
    const gate = { title: "", mode: "enforce", asks: ["sage"], for: ["al"] } as const;
    expect(see(aPolicy(undefined, { gates: { deploy: gate } }))).toHaveLength(2);
    const signOff = {
      kind: "signOff",
      document: "ai-policy",
      title: null,
      version: null,
      since: null,
    } as const;
    expect(seeRule({ asks: [signOff] })).toEqual([
      "error certificates.safe.asks.0.document: there is no document `ai-policy`",
    ]);
    expect(seeRule({ asks: [{ ...signOff, document: "ai-safety-policy", version: 2 }] })).toEqual([
      "error certificates.safe.asks.0.version: version 2 of `ai-safety-policy` does not exist; the newest is 1 [1]",
    ]);
  });
  it("inside some and refresh are looked at too", () => {
    const some = { kind: "some", count: 1, title: null, of: [lab("lab/L17"), lab("x")] } as const;
    expect(seeRule({ asks: [some] })[0]).toContain("asks.0.of.1.activity");
    expect(seeRule({ refreshAsks: [lab("x")] })[0]).toContain("refreshAsks.0.activity");
  });
  it("may not go in a circle", () => {
    const asks = (certificate: string): CertificateRule =>
      aRule({ asks: [{ kind: "certificate", certificate }] });
    expect(see(aPolicy({ a: asks("b"), b: asks("a"), c: asks("a") }))).toEqual([
      "error certificates.a.asks: certificate `a` asks for itself: a → b → a",
      "error certificates.b.asks: certificate `b` asks for itself: b → a → b",
    ]);
    const who = (audience: string): Policy["audiences"][string] => ({
      title: "",
      because: "",
      who: { kind: "not", of: { kind: "audience", audience } } satisfies Condition,
    });
    const audiences = { ...aPolicy().audiences, a: who("b"), b: who("a"), c: who("d") };
    expect(see(aPolicy(undefined, { audiences }))).toEqual([
      "error audiences.a.who: audience `a` rests on itself: a → b → a",
      "error audiences.b.who: audience `b` rests on itself: b → a → b",
      "error audiences.c.who.of.audience: there is no audience `d`; did you mean `a`? [a]",
    ]);
  });
});

describe("certificates", () => {
  it.each<[Partial<CertificateRule>, string]>([
    [{ validMonths: 36 }, "validMonths: validity of 36 months is longer than 24 months"],
    [{ validMonths: 0, refreshMonths: 0, noticeDays: 0 }, "validMonths: validity must be at least"],
    [{ validMonths: 6 }, "refreshMonths: refresh of 12 months never comes"],
    [{ noticeDays: 365 }, "noticeDays: notice of 365 days is as long as a refresh counts"],
    [{ noticeDays: -1 }, "noticeDays: notice cannot be negative"],
    [{ graceDays: -1 }, "graceDays: grace cannot be negative"],
    [{ graceDays: 120 }, "graceDays: grace of 120 days"],
    [{ firstDueDays: -1 }, "firstDueDays: the first due time"],
    [{ asks: [] }, "asks: a certificate must ask for something"],
    [{ for: [] }, "for: nobody is asked for `Safe use`"],
    [{ requiredFrom: "soon" }, "requiredFrom: `soon` is not a date"],
    [{ asks: [lab("lab/L17", { since: "x" })] }, "asks.0.since: `x` is not a date"],
    [{ asks: [lab("lab/L17", { passMark: 80 })] }, "asks.0.passMark: a pass mark lies between"],
    [{ asks: [lab("lab/L17", { passMark: Number.NaN })] }, "asks.0.passMark"],
    [{ asks: [lab("lab/L17"), lab("lab/L17")] }, "asks.1: `lab/L17` is asked for twice here"],
    [
      { asks: [{ kind: "some", count: 3, title: null, of: [lab("lab/L17"), lab("lab/L26")] }] },
      "asks.0.count: 3 are asked for, but only 2 are listed [2]",
    ],
    [
      { asks: [{ kind: "some", count: 0, title: null, of: [lab("lab/L17")] }] },
      "asks.0.count: the count must be a whole number from 1",
    ],
  ])("refuse or doubt %j", (rule, expected) => {
    expect(seeRule(rule).join("\n")).toContain(`certificates.safe.${expected}`);
  });

  it("reopen only by what makes sense", () => {
    const reopen = {
      evidence: "activity.passed",
      where: {},
      count: 0,
      withinDays: 0,
      activities: ["lab/L26"],
      because: "",
    };
    expect(seeRule({ reopen: [reopen] }).map((line) => line.split(":")[0])).toEqual([
      "error certificates.safe.reopen.0.count",
      "error certificates.safe.reopen.0.withinDays",
      "error certificates.safe.reopen.0.evidence",
      "warning certificates.safe.reopen.0.activities.0",
    ]);
  });
});

describe("gates and approvals", () => {
  it("that ask nothing stand open; for nobody is a mistake; twice is once", () => {
    const gate = { title: "", mode: "enforce", for: null } as const;
    const gates = {
      open: { ...gate, asks: [] },
      shut: { ...gate, asks: ["safe"], for: [] },
      twice: { ...gate, asks: ["safe", "safe"] },
    };
    expect(see(aPolicy(undefined, { gates })).map((line) => line.split(":")[0])).toEqual([
      "warning gates.open.asks",
      "error gates.shut.for",
      "error gates.twice.asks.1",
    ]);
  });
  it("take no role that could never approve, or no policy could follow this one", () => {
    const approvals = { count: 1, roles: ["council", "champion"] } as const;
    expect(see(aPolicy(undefined, { approvals }))).toEqual([
      "error approvals.roles.1: the role `champion` cannot approve; name owner or council",
    ]);
  });
  it("need a role that may approve", () => {
    expect(see(aPolicy(undefined, { approvals: { count: 1, roles: [] } }))).toHaveLength(1);
    expect(see(aPolicy(undefined, { approvals: { count: -1, roles: [] } }))).toHaveLength(1);
  });
});

describe("exemptions", () => {
  const sound: Exemption = {
    person: "ada",
    certificate: "safe",
    reason: "on leave",
    approver: "bob",
    from: null,
    until: "2026-09-01",
  };
  it.each<[Partial<Exemption>, string | null]>([
    [{}, null],
    [{ certificate: "saf" }, "error exemptions.0.certificate: there is no certificate `saf`"],
    [{ reason: " " }, "error exemptions.0.reason: an exemption needs a reason"],
    [{ approver: "" }, "error exemptions.0.approver: an exemption needs an approver"],
    [{ approver: "ada" }, "error exemptions.0.approver: nobody approves"],
    [{ until: "never" }, "error exemptions.0.until: `never` is not a date"],
    [{ from: "2026-10-01" }, "error exemptions.0.until: the exemption ends before it begins"],
    [
      { until: "2026-02-01" },
      "warning exemptions.0.until: this exemption ended on 1 February 2026",
    ],
    [{ until: "2027-03-02" }, "warning exemptions.0.until: an exemption of more than 12 months"],
  ])("%j", (parts, expected) => {
    const lines = see(aPolicy(undefined, { exemptions: [{ ...sound, ...parts }] }));
    if (expected === null) expect(lines).toEqual([]);
    else expect(lines.join("\n")).toContain(expected);
    expect(lines.length).toBe(expected === null ? 0 : 1);
  });
});
