import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing } from "./evaluate-standing.ts";
import type { Ask } from "./policy.ts";
import { aPerson, aPolicy, aRule, fact, lab, passed } from "./test-policy.ts";
import { type Editions, editionsUntil, withEditions } from "./with-editions.ts";

const on = (day: string): string => `${day}T00:00:00.000Z`;
const signOff: Ask = {
  kind: "signOff",
  document: "rules",
  title: "The rules",
  version: null,
  since: null,
};
const policy = aPolicy({ safe: aRule({ asks: [lab("lab/L17"), signOff] }) });
const signed = (version: number, at: string) =>
  fact("signoff.signed", at, { document: "rules", version });
const evidence = [passed("lab/L17", "2026-02-01"), signed(1, "2026-02-01")];
const editions: Editions = new Map([
  [
    "rules",
    [
      { version: 1, from: on("2026-01-01") },
      { version: 2, from: on("2026-06-01") },
    ],
  ],
]);

const see = (day: string, facts = evidence, known = editions) =>
  standing(withEditions(policy, known), "safe", aPerson(), facts, on(day));

describe("a document in a newer version", () => {
  it("makes what was signed due at once, with the notice of the certificate as its date", () => {
    const due = see("2026-06-01");
    expect([due.state, due.holds, due.validUntil, due.holdsUntil]).toEqual([
      "due",
      true,
      on("2026-07-31"),
      on("2026-08-14"),
    ]);
    expect(due.remedy).toEqual([
      { kind: "sign-off", ref: "rules", title: "The rules", minutes: null, from: null },
    ]);
    expect(due.because.at(-1)?.says).toBe(
      "The rules: signed on 1 February 2026, version 2 is out, counts until 31 July 2026.",
    );
  });

  it("ends the certificate when notice and grace have passed, and says which version is asked", () => {
    const lapsed = see("2026-08-14");
    expect([lapsed.state, lapsed.holds]).toEqual(["lapsed", false]);
    expect(lapsed.because.at(-1)).toMatchObject({
      code: "older-version",
      says: "The rules: signed in version 1, version 2 is asked.",
    });
  });

  it("is settled by signing it", () => {
    const again = see("2026-06-20", [...evidence, signed(2, "2026-06-20")]);
    expect([again.state, again.validUntil]).toEqual(["current", on("2027-02-01")]);
  });

  it("changes nothing about the time before it", () => {
    const known = editionsUntil(editions, on("2026-05-31"));
    expect(see("2026-05-31", evidence, known)).toEqual(see("2026-05-31", evidence, new Map()));
  });

  it("changes nothing while there is only its first version", () => {
    const first = new Map([["rules", [{ version: 1, from: on("2026-01-01") }]]]);
    expect(withEditions(policy, first)).toBe(policy);
  });

  it("is found inside a choice too", () => {
    const some = { kind: "some" as const, count: 1, title: null, of: [signOff] };
    const chosen = aPolicy({ safe: aRule({ asks: [lab("lab/L17"), some] }) });
    const state = standing(
      withEditions(chosen, editions),
      "safe",
      aPerson(),
      evidence,
      on("2026-06-02"),
    ).state;
    expect(state).toBe("due");
  });

  it("never gives more than was there without it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.constantFrom(1, 2), (day, version) => {
        const now = new Date(Date.UTC(2026, 1, 1 + day)).toISOString();
        const facts = [passed("lab/L17", "2026-02-01"), signed(version, "2026-02-01")];
        const plain = standing(policy, "safe", aPerson(), facts, now);
        const asked = standing(withEditions(policy, editions), "safe", aPerson(), facts, now);
        expect(asked.holds && !plain.holds).toBe(false);
      }),
    );
  });
});
