import { describe, expect, it } from "vitest";
import { personSentence } from "./person-sentence.ts";

const ada = { name: "Ada Okafor", status: "active" as const };
const held = (holdsUntil: string | null) => ({
  required: true,
  holds: true,
  holdsUntil,
  overdue: false,
});
const lacks = (overdue: boolean) => ({ required: true, holds: false, holdsUntil: null, overdue });

describe("personSentence", () => {
  it("says until when all holds, by the certificate that ends first", () => {
    const standings = [held("2027-09-30T12:00:00Z"), held("2027-02-14T12:00:00Z"), held(null)];
    expect(personSentence(ada, standings, null)).toBe(
      "Ada Okafor holds all that is asked until 14 February 2027.",
    );
  });

  it("counts what is lacking and what is late", () => {
    expect(personSentence(ada, [held(null), lacks(false)], null)).toBe(
      "Ada Okafor holds 1 of 2 asked certificates.",
    );
    expect(personSentence(ada, [lacks(true), lacks(true)], null)).toBe(
      "Ada Okafor holds 0 of 2 asked certificates; 2 are overdue.",
    );
  });

  it("does not count what is held without being asked", () => {
    expect(personSentence(ada, [{ ...held(null), required: false }], null)).toBe(
      "Nothing is asked of Ada Okafor.",
    );
  });

  it("speaks of a past day in the past, whatever the person is today", () => {
    const gone = { ...ada, status: "deactivated" as const };
    expect(personSentence(gone, [held(null), lacks(true)], "2026-05-03T12:00:00Z")).toBe(
      "On 3 May 2026 Ada Okafor held 1 of 2 asked certificates.",
    );
  });

  it("says first what closes everything", () => {
    expect(personSentence({ ...ada, status: "deactivated" }, [held(null)], null)).toBe(
      "Ada Okafor is deactivated, so every gate is closed.",
    );
    expect(personSentence({ ...ada, status: "erased" }, [], null)).toBe(
      "This person's data is erased.",
    );
  });
});
