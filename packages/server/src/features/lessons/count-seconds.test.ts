import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSeconds } from "./count-seconds.ts";

const noon = new Date("2026-11-21T12:00:00.000Z");
const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
const report = (visibleSeconds: number, activeSeconds = 0) => ({ visibleSeconds, activeSeconds });

describe("time on a lesson", () => {
  it("is what the page says, where so much has passed", () => {
    expect(countSeconds(report(15, 9), noon, later(15.2))).toEqual(report(15, 9));
  });

  it("is never more than has passed since the last report, nor more than a minute", () => {
    expect(countSeconds(report(15, 15), noon, later(4))).toEqual(report(4, 4));
    expect(countSeconds(report(900, 900), noon, later(1000))).toEqual(report(60, 60));
  });

  it("does not begin before the first report, and a clock that was set back counts nothing", () => {
    expect(countSeconds(report(15), null, noon)).toEqual(report(0));
    expect(countSeconds(report(15), later(100), noon)).toEqual(report(0));
  });

  it("never adds up to more than the time that passed, however many tabs report", () => {
    const reports = fc.array(
      fc.record({ after: fc.double({ min: 0, max: 90, noNaN: true }), says: fc.nat(200) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(reports, (all) => {
        let last = noon;
        let counted = 0;
        let passed = 0;
        for (const { after, says } of all) {
          const now = new Date(last.getTime() + Math.round(after * 1000));
          const one = countSeconds(report(says, says), last, now);
          expect(one.activeSeconds).toBeLessThanOrEqual(one.visibleSeconds);
          counted += one.visibleSeconds;
          passed += (now.getTime() - last.getTime()) / 1000;
          last = now;
        }
        expect(counted).toBeLessThanOrEqual(passed + 1e-6);
      }),
    );
  });
});
