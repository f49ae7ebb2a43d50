import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTime } from "./read-time.ts";

describe("readTime", () => {
  it("takes a day for its beginning in UTC", () => {
    expect(readTime("2026-05-03")).toBe("2026-05-03T00:00:00.000Z");
  });

  it("takes a time with its zone", () => {
    expect(readTime("2026-05-03T09:30Z")).toBe("2026-05-03T09:30:00.000Z");
    expect(readTime("2026-05-03T09:30:00+02:00")).toBe("2026-05-03T07:30:00.000Z");
  });

  it.each(["2026-02-31", "2026-13-01", "2026-05-03T09:30", "3 May 2026", "", "2026-05-03T25:00Z"])(
    "refuses %j",
    (text) => {
      expect(readTime(text)).toBeNull();
    },
  );

  it("reads back every time that it wrote", () => {
    const times = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(times, (time) => readTime(time.toISOString()) === time.toISOString()));
  });
});
