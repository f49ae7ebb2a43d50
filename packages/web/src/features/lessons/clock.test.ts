import fc from "fast-check";
import { expect, test } from "vitest";
import { type Look, startClock, takeSeconds, tick } from "./clock.ts";

const look = (atMs: number, more: Partial<Look> = {}): Look => ({
  atMs,
  isVisible: true,
  lastInputMs: atMs,
  ...more,
});

test("a page behind another counts nothing", () => {
  const clock = tick(startClock(0), look(1000, { isVisible: false }));
  expect(clock).toMatchObject({ visibleMs: 0, activeMs: 0 });
});

test("an open page without a hand on it is visible, and after a minute no longer active", () => {
  const at59 = tick(startClock(58_000), look(59_000, { lastInputMs: 0 }));
  expect(at59).toMatchObject({ visibleMs: 1000, activeMs: 1000 });
  const at61 = tick(at59, look(61_000, { lastInputMs: 0 }));
  expect(at61).toMatchObject({ visibleMs: 3000, activeMs: 1000 });
});

test("a night in a closed laptop is five seconds", () => {
  expect(tick(startClock(0), look(8 * 3_600_000)).visibleMs).toBe(5000);
});

test("a clock that is set back takes nothing away", () => {
  expect(tick(startClock(10_000), look(2_000)).visibleMs).toBe(0);
});

test("what is reported in parts adds up to what has passed, and active never exceeds visible", () => {
  const step = fc.record({
    ms: fc.integer({ min: 0, max: 4000 }),
    isVisible: fc.boolean(),
    idleMs: fc.integer({ min: 0, max: 120_000 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let clock = startClock(0);
      let reported = { visible: 0, active: 0 };
      let seenMs = 0;
      for (const { ms, isVisible, idleMs } of steps) {
        const atMs = clock.atMs + ms;
        clock = tick(clock, { atMs, isVisible, lastInputMs: atMs - idleMs });
        if (isVisible) seenMs += ms;
        const taken = takeSeconds(clock);
        clock = taken.clock;
        reported = {
          visible: reported.visible + taken.seconds.visibleSeconds,
          active: reported.active + taken.seconds.activeSeconds,
        };
      }
      expect(reported.visible * 1000 + clock.visibleMs).toBe(seenMs);
      expect(reported.active).toBeLessThanOrEqual(reported.visible + 1);
    }),
  );
});
