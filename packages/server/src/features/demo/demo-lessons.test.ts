import fc from "fast-check";
import { expect, it } from "vitest";
import { lessonsDone } from "./demo-lessons.ts";
import { makeDice } from "./demo-random.ts";

const lessons = ["a", "b", "c", "d"].map((id) => ({
  id,
  version: "1",
  minutes: 10,
  steps: ["s1"],
  questions: 3,
}));

it("goes through the lessons in their order, none of them tomorrow or before the person came", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 3, max: 900 }), (seed, started) => {
      const course = { from: 100, to: 80, share: 1, refreshedDaysAgo: null };
      const done = lessonsDone(makeDice(seed), course, started, lessons);
      expect(done.map(({ lesson }) => lesson.id)).toEqual(["a", "b", "c", "d"]);
      const days = done.map(({ daysAgo }) => daysAgo);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
      for (const { daysAgo, rightAtFirst, seconds } of done) {
        expect(daysAgo).toBeGreaterThan(0);
        expect(daysAgo).toBeLessThanOrEqual(started);
        expect(rightAtFirst).toBeLessThanOrEqual(3);
        expect(seconds).toBeGreaterThan(0);
      }
    }),
  );
});

it("leaves out the last ones where somebody stopped", () => {
  const course = { from: 100, to: 80, share: 0.5, refreshedDaysAgo: null };
  expect(lessonsDone(makeDice(1), course, 500, lessons).length).toBe(2);
});
