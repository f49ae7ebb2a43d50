import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRetryAfter, retryAt } from "./retry-at.ts";

const at = new Date("2026-11-22T00:00:00.000Z");
const after = (tries: number, more: { wishMs?: number; jitter?: number } = {}) => {
  const next = retryAt({ tries, at, wishMs: null, jitter: 0, ...more });
  return next && (next.getTime() - at.getTime()) / 1_000;
};

describe("the next attempt", () => {
  it("follows the standard's schedule, ten attempts in all", () => {
    const pauses = Array.from({ length: 10 }, (_, index) => after(index + 1));
    const hours = (count: number) => count * 3_600;
    expect(pauses).toEqual([
      5,
      300,
      1_800,
      hours(2),
      hours(5),
      hours(10),
      hours(14),
      hours(20),
      hours(24),
      null,
    ]);
  });

  it("is later where the receiver asks for it, a day at most, and never earlier", () => {
    expect(after(1, { wishMs: 60_000 })).toBe(60);
    expect(after(2, { wishMs: 1_000 })).toBe(300);
    expect(after(1, { wishMs: Number.MAX_SAFE_INTEGER })).toBe(86_400);
  });

  it("is spread by at most a tenth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (tries, jitter) => {
          const least = after(tries) ?? 0;
          const spread = after(tries, { jitter }) ?? 0;
          expect(spread).toBeGreaterThanOrEqual(least);
          expect(spread).toBeLessThanOrEqual(least * 1.1 + 0.001);
        },
      ),
    );
  });
});

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    ["0", 0],
    [" 7 ", 7_000],
    ["Sun, 22 Nov 2026 00:01:00 GMT", 60_000],
    ["Sat, 21 Nov 2026 00:01:00 GMT", 0],
    ["soon", null],
    ["-5", null],
    ["1e9", null],
    ["2026", 2_026_000],
    ["99999999999999", null],
    ["Xxx, 99 Zzz 2026 00:01:00 GMT", null],
  ])("%j is %s ms", (text, ms) => {
    expect(readRetryAfter(text, at)).toBe(ms);
  });

  it("never is a time that has passed, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRetryAfter(text, at) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
