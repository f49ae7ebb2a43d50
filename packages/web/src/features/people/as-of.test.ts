import { describe, expect, it } from "vitest";
import { asOfDay } from "./as-of.ts";

const now = new Date("2026-11-21T15:00:00");

describe("asOfDay", () => {
  it("asks for the end of a past day in the reader's zone", () => {
    expect(asOfDay("2026-05-03", now)).toEqual({
      kind: "then",
      day: "2026-05-03",
      at: new Date("2026-05-03T23:59:59.999").toISOString(),
    });
  });

  it("takes today and no day as now", () => {
    expect(asOfDay("2026-11-21", now)).toEqual({ kind: "now" });
    expect(asOfDay(undefined, now)).toEqual({ kind: "now" });
    expect(asOfDay("", now)).toEqual({ kind: "now" });
  });

  it("says what is wrong with a day to come and with what is no day", () => {
    expect(asOfDay("2026-11-22", now)).toMatchObject({ kind: "fault" });
    expect(asOfDay("2026-13-40", now)).toMatchObject({ kind: "fault" });
    expect(asOfDay("yesterday", now)).toMatchObject({ kind: "fault" });
  });
});
