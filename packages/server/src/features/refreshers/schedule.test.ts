import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterReview, type Memory, recallOf } from "./schedule.ts";

const begin = new Date("2026-01-05T09:00:00Z");
const dayMs = 86_400_000;
const daysTo = ({ reviewedAt, dueAt }: Memory): number =>
  (dueAt.getTime() - reviewedAt.getTime()) / dayMs;

const alwaysRight = (times: number): readonly Memory[] => {
  const memories: Memory[] = [];
  for (let n = 0; n < times; n++) {
    const last = memories.at(-1) ?? null;
    memories.push(afterReview(last, "good", last?.dueAt ?? begin));
  }
  return memories;
};

describe("what comes back", () => {
  it("comes about as the programme says, and never later than after 30 days", () => {
    expect(alwaysRight(6).map(daysTo)).toEqual([3, 7, 20, 30, 30, 30]);
  });

  it("goes back to the first step after a wrong answer", () => {
    const [, , third] = alwaysRight(3);
    const forgotten = afterReview(third ?? null, "again", third?.dueAt ?? begin);
    expect(daysTo(forgotten)).toBeLessThanOrEqual(3);
    expect(forgotten.lapses).toBe(1);
  });

  it("comes sooner when it was hard", () => {
    const [first] = alwaysRight(1);
    const at = first?.dueAt ?? begin;
    expect(daysTo(afterReview(first ?? null, "hard", at))).toBeLessThan(
      daysTo(afterReview(first ?? null, "good", at)),
    );
  });

  it("fades with time", () => {
    const memory = afterReview(null, "good", begin);
    const after = (days: number) => recallOf(memory, new Date(begin.getTime() + days * dayMs));
    expect(after(0)).toBe(1);
    expect(after(3)).toBeGreaterThan(after(30));
    expect(after(300)).toBeGreaterThan(0);
  });

  it("is due after now and within 30 days, whatever is answered and whenever", () => {
    const rating = fc.constantFrom("again" as const, "hard" as const, "good" as const);
    const review = fc.record({ rating, gapHours: fc.integer({ min: -5, max: 9_000 }) });
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 12 }), (reviews) => {
        let memory: Memory | null = null;
        let now = begin;
        for (const { rating: given, gapHours } of reviews) {
          now = new Date(now.getTime() + gapHours * 3_600_000);
          memory = afterReview(memory, given, now);
          expect(daysTo(memory)).toBeGreaterThan(0);
          expect(daysTo(memory)).toBeLessThanOrEqual(30);
          expect(recallOf(memory, now)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
