import { describe, expect, it } from "vitest";
import { standing } from "./evaluate-standing.ts";
import type { EvidenceFact } from "./evidence.ts";
import type { CertificateRule, Exemption, Policy } from "./policy.ts";
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

const pass = passed("lab/L17", "2026-02-01");

describe("a revocation", () => {
  const revoked = fact("certificate.revoked", "2026-03-01", {
    certificate: "safe",
    reason: "shared answers",
  });
  it("takes passes up to its moment and leaves no grace", () => {
    const one = see({}, [pass, revoked], "2026-03-01");
    expect([one.state, one.holds]).toEqual(["lapsed", false]);
    expect(one.because[0]).toMatchObject({
      code: "revoked",
      says: "lab/L17 must be done again. The certificate was revoked on 1 March 2026: shared answers.",
      evidence: [pass.id, revoked.id],
    });
  });
  it("leaves later passes and other certificates alone", () => {
    expect(see({}, [pass, revoked, passed("lab/L17", "2026-03-02")], "2026-03-03").state).toBe(
      "current",
    );
    const other = fact("certificate.revoked", "2026-03-01", { certificate: "other" });
    expect(see({}, [pass, other], "2026-03-03").state).toBe("current");
  });
  it("takes a pass of the very same moment too", () => {
    const same = passed("lab/L17", "2026-03-01");
    expect(see({}, [same, revoked], "2026-03-02").holds).toBe(false);
  });
  it("of what was never earned leaves it never earned", () => {
    expect(see({}, [revoked], "2026-03-03").state).toBe("none");
  });
  it("ends grace too", () => {
    const late = fact("certificate.revoked", "2027-02-05", { certificate: "safe" });
    expect(see({}, [pass], "2027-02-06").state).toBe("due");
    expect(see({}, [pass, late], "2027-02-06").state).toBe("lapsed");
  });
});

describe("voiding", () => {
  const voiding = (evidence: string, day: string): EvidenceFact =>
    fact("evidence.voided", day, { evidence });
  it("takes one fact away as if it had never been", () => {
    const one = see({}, [pass, voiding(pass.id, "2026-03-01")], "2026-03-02");
    expect([one.state, one.holds, one.because[0]?.code]).toEqual(["none", false, "missing"]);
  });
  it("can itself be voided", () => {
    const wrong = voiding(pass.id, "2026-03-01");
    const undone = voiding(wrong.id, "2026-03-02");
    expect(see({}, [pass, wrong, undone], "2026-03-03").state).toBe("current");
  });
  it("of a revocation gives back what it took", () => {
    const revoked = fact("certificate.revoked", "2026-03-01", { certificate: "safe" });
    expect(see({}, [pass, revoked, voiding(revoked.id, "2026-03-02")], "2026-03-03").holds).toBe(
      true,
    );
  });
});

describe("reopening", () => {
  const rule = {
    asks: [lab("lab/L17"), lab("lab/L26")],
    reopen: [
      {
        evidence: "observation.secret",
        where: { repository: "shop" },
        count: 2,
        withinDays: 30,
        activities: ["lab/L17"],
        because: "secrets were committed twice",
      },
    ],
  };
  const both = [pass, passed("lab/L26", "2026-02-01")];
  const leak = (day: string, repository = "shop"): EvidenceFact =>
    fact("observation.secret", day, { repository });

  it("takes the named activities when so many facts lie so near together", () => {
    const one = see(rule, [...both, leak("2026-03-01"), leak("2026-03-31")], "2026-04-01");
    expect(one.state).toBe("lapsed");
    expect(one.because.map((entry) => entry.code)).toEqual(["reopened", "met"]);
    expect(one.because[0]?.says).toBe(
      "lab/L17 must be done again. Reopened on 31 March 2026: secrets were committed twice.",
    );
    expect(one.remedy.map((remedy) => remedy.ref)).toEqual(["lab/L17"]);
  });
  it("does nothing for fewer, for others or further apart", () => {
    for (const leaks of [
      [leak("2026-03-01")],
      [leak("2026-03-01"), leak("2026-03-02", "blog")],
      [leak("2026-03-01"), leak("2026-04-01")],
    ]) {
      expect(see(rule, [...both, ...leaks], "2026-04-02").state).toBe("current");
    }
  });
  it("is answered by doing it again", () => {
    const evidence = [
      ...both,
      leak("2026-03-01"),
      leak("2026-03-02"),
      passed("lab/L17", "2026-03-03"),
    ];
    expect(see(rule, evidence, "2026-03-04").state).toBe("current");
  });
});

describe("an exemption", () => {
  const exemption: Exemption = {
    person: "ada",
    certificate: "safe",
    reason: "on parental leave",
    approver: "bob",
    from: "2026-03-01",
    until: "2026-06-01",
  };
  const parts = { exemptions: [exemption] };
  it("holds while it is in force", () => {
    const before = see({}, [], "2026-02-01", parts);
    expect([before.state, before.overdue, before.changesAt]).toEqual([
      "none",
      true,
      on("2026-03-01"),
    ]);
    const during = see({}, [], "2026-03-01", parts);
    expect([during.state, during.holds, during.holdsUntil]).toEqual([
      "exempt",
      true,
      on("2026-06-01"),
    ]);
    expect(during.because[0]?.says).toBe("Exempt until 1 June 2026: on parental leave.");
    expect(see({}, [], "2026-06-01", parts).holds).toBe(false);
  });
  it("does not hide a certificate that is current, but carries one that ends", () => {
    expect(see({}, [pass], "2026-03-02", parts).state).toBe("current");
    const old = passed("lab/L17", "2025-03-10");
    const one = see({}, [old], "2026-03-02", parts);
    expect([one.state, one.holdsUntil]).toEqual(["exempt", on("2026-06-01")]);
  });
  it("is for nobody else", () => {
    const other = { exemptions: [{ ...exemption, person: "eve" }] };
    expect(see({}, [], "2026-03-02", other).holds).toBe(false);
  });
});

describe("hostile evidence", () => {
  it("never throws and never counts", () => {
    const odd: EvidenceFact[] = [
      { id: "1", at: "yesterday", kind: "activity.passed", body: { activity: "lab/L17" } },
      { id: "2", at: on("2026-02-01"), kind: "activity.passed", body: { activity: ["lab/L17"] } },
      {
        id: "3",
        at: on("2026-02-01"),
        kind: "activity.passed",
        body: Object.create({ activity: "lab/L17" }),
      },
      { id: "4", at: on("2026-02-01"), kind: "certificate.revoked", body: { certificate: null } },
      { id: "5", at: on("2026-02-01"), kind: "constructor", body: {} },
      { id: "6", at: on("2099-02-01"), kind: "activity.passed", body: { activity: "lab/L17" } },
    ];
    expect(see({}, odd, "2026-03-01").state).toBe("none");
  });
});

it("treats a certificate that the policy does not have as a bug of the caller", () => {
  expect(() => standing(aPolicy(), "other", aPerson(), [], on("2026-01-01"))).toThrow(RangeError);
});
