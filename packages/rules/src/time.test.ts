import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateText, instantOf, isoOf, parseInstant } from "./time.ts";

const after = (text: string, months: number): string => isoOf(addMonths(instantOf(text), months));

describe("addMonths", () => {
  it("keeps the day and the time of day", () => {
    expect(after("2026-02-14T10:30:00.500Z", 12)).toBe("2027-02-14T10:30:00.500Z");
  });
  it("ends a month that is too short on its last day", () => {
    expect(after("2026-01-31T00:00:00Z", 1)).toBe("2026-02-28T00:00:00.000Z");
    expect(after("2024-01-31T00:00:00Z", 1)).toBe("2024-02-29T00:00:00.000Z");
    expect(after("2024-02-29T00:00:00Z", 12)).toBe("2025-02-28T00:00:00.000Z");
  });
  it("crosses the end of a year", () => {
    expect(after("2026-11-30T23:59:59Z", 3)).toBe("2027-02-28T23:59:59.000Z");
  });
});

describe("parseInstant", () => {
  it("reads a day as the beginning of that day in UTC", () => {
    expect(parseInstant("2026-05-03")).toBe(Date.UTC(2026, 4, 3));
  });
  it("honours an offset", () => {
    expect(parseInstant("2026-05-03T02:00:00+02:00")).toBe(Date.UTC(2026, 4, 3));
  });
  it("refuses what the machine would read in its own time zone, and nonsense", () => {
    for (const text of ["2026-05-03T10:00", "3 May 2026", "2026-13-01", "", "tomorrow", "1"]) {
      expect(parseInstant(text)).toBeNull();
    }
  });
});

it("treats a malformed time of a caller as a bug", () => {
  expect(() => instantOf("soon")).toThrow(RangeError);
});

it("adds days as 24 hours", () => {
  expect(isoOf(addDays(instantOf("2026-03-28T12:00:00Z"), 2))).toBe("2026-03-30T12:00:00.000Z");
});

it("writes dates out", () => {
  expect(dateText(instantOf("2027-02-14T23:59:59Z"))).toBe("14 February 2027");
});
