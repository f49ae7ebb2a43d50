import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseOf, historyFor } from "./demo-history.ts";
import { habits } from "./demo-people.ts";
import { makeDice } from "./demo-random.ts";

const lab = (activity: string) => ({
  kind: "activity" as const,
  activity,
  title: null,
  passMark: null,
  since: null,
  minutes: null,
});

const rule = {
  asks: [
    lab("lab/L17"),
    { kind: "some" as const, count: 1, title: null, of: [lab("lab/L01"), lab("lab/L02")] },
    { ...lab("quiz/t1"), passMark: 0.8 },
  ],
  refreshAsks: [lab("quiz/t1-refresher")],
};

describe("a year of the demo", () => {
  it("has only facts of the past, none from before the person came", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...habits),
        fc.integer({ min: 3, max: 2000 }),
        (seed, habit, started) => {
          const dice = makeDice(seed);
          const course = courseOf(dice, habit);
          if (!course) return;
          for (const fact of historyFor(dice, course, started, rule, new Map())) {
            expect(fact.daysAgo).toBeGreaterThan(0);
            if (course.refreshedDaysAgo === null) expect(fact.daysAgo).toBeLessThanOrEqual(started);
          }
        },
      ),
    );
  });

  it("passes everything that is asked when somebody is diligent, and less when they stop", () => {
    const passes = (share: number) => {
      const course = { from: 100, to: 80, share, refreshedDaysAgo: null };
      return historyFor(makeDice(1), course, 500, rule, new Map()).filter(
        (fact) => fact.kind === "activity.passed",
      ).length;
    };
    expect(passes(1)).toBe(3);
    expect(passes(0.4)).toBe(2);
  });

  it("never records a passing score below the mark", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const course = { from: 100, to: 80, share: 1, refreshedDaysAgo: 40 };
        const facts = historyFor(makeDice(seed), course, 500, rule, new Map());
        return facts
          .filter((fact) => fact.kind === "activity.passed")
          .every((fact) => Number(fact.body["score"]) >= 0.8);
      }),
    );
  });
});
