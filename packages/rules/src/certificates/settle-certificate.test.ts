import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing } from "../evaluate-standing.ts";
import type { EvidenceFact } from "../evidence.ts";
import { aPerson, aPolicy, aRule, fact, lab, passed } from "../test-policy.ts";
import { type OpenCertificate, settleCertificate, whatIsAsked } from "./settle-certificate.ts";

const on = (day: string): string => `${day}T00:00:00.000Z`;
const rule = aRule();
const asked = whatIsAsked(rule);
const pass = passed("lab/L17", "2026-02-01");

const settle = (
  evidence: readonly EvidenceFact[],
  day: string,
  open: OpenCertificate | null = null,
  hash = asked,
) =>
  settleCertificate(
    standing(aPolicy({ safe: rule }), "safe", aPerson(), evidence, on(day)),
    open,
    hash,
    on(day),
  );

const year = { validUntil: on("2027-02-01"), asked };

describe("a certificate", () => {
  it("is issued when it is earned, with what it rests on", () => {
    expect(settle([], "2026-02-02")).toEqual({ ends: null, issue: null });
    expect(settle([pass], "2026-02-02")).toEqual({
      ends: null,
      issue: { validUntil: on("2027-02-01"), evidence: [pass.id] },
    });
  });

  it("that says what is so stays as it is", () => {
    expect(settle([pass], "2026-02-02", year)).toEqual({ ends: null, issue: null });
    expect(settle([pass], "2027-01-20", year)).toEqual({ ends: null, issue: null });
  });

  it("is issued in its last weeks too, to whoever holds it and has none", () => {
    expect(settle([pass], "2027-01-20").issue?.validUntil).toBe(on("2027-02-01"));
  });

  it("is renewed when its end moves or something else is asked", () => {
    const again = [pass, passed("lab/L17", "2026-08-01")];
    expect(settle(again, "2026-08-02", year)).toMatchObject({
      ends: { kind: "renewed" },
      issue: { validUntil: on("2027-08-01") },
    });
    expect(settle([pass], "2026-02-02", year, "otherwise").ends).toEqual({ kind: "renewed" });
  });

  it("expires by time, and days of grace are on no paper", () => {
    expect(settle([pass], "2027-02-01", year)).toEqual({ ends: { kind: "expired" }, issue: null });
  });

  it("is withdrawn with the reason against it, or because nobody knows it any more", () => {
    const revoked = fact("certificate.revoked", "2026-03-01", { certificate: "safe", reason: "x" });
    expect(settle([pass, revoked], "2026-03-02", year).ends).toEqual({
      kind: "withdrawn",
      reason: "lab/L17 must be done again. The certificate was revoked on 1 March 2026: x.",
    });
    expect(settleCertificate(null, year, "", on("2026-03-02")).ends).toMatchObject({
      kind: "withdrawn",
    });
  });

  it("never says more than its standing, whatever happened before", () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 5 }),
        fc.array(day, { maxLength: 12 }),
        (passes, looks) => {
          let open: OpenCertificate | null = null;
          for (const now of looks.toSorted()) {
            const evidence = passes.map((at) => passed("lab/L17", at));
            const { ends, issue } = settle(evidence, now, open);
            if (ends) open = null;
            if (issue) open = { validUntil: issue.validUntil, asked };
            const standingNow = standing(
              aPolicy({ safe: rule }),
              "safe",
              aPerson(),
              evidence,
              on(now),
            );
            const earned = standingNow.validUntil !== null && standingNow.validUntil > on(now);
            expect(open?.validUntil ?? null).toBe(earned ? standingNow.validUntil : null);
          }
        },
      ),
    );
  });
});

describe("what is asked", () => {
  it("is the same while only the times of editions differ", () => {
    const sign = (from: string) =>
      aRule({
        asks: [
          {
            kind: "signOff",
            document: "policy",
            title: null,
            version: null,
            since: null,
            editions: [{ version: 1, from }],
          },
        ],
      });
    expect(whatIsAsked(sign("2026-01-01"))).toBe(whatIsAsked(sign("2026-02-01")));
    expect(whatIsAsked(aRule({ asks: [lab("lab/L18")] }))).not.toBe(asked);
    expect(whatIsAsked(aRule({ title: "Other" }))).not.toBe(asked);
    expect(whatIsAsked(aRule({ noticeDays: 1 }))).toBe(asked);
  });
});
