import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LevelAnswer, levelOf, raisedByLabs } from "./competency-level.ts";
import { type ItemLevel, itemLevels } from "./item.ts";

const answer = (level: ItemLevel, share: number, topic = `t${level}`, at = 0): LevelAnswer => ({
  topic,
  level,
  share,
  at,
});

const answers = fc.array(
  fc
    .tuple(fc.constantFrom(...itemLevels), fc.nat(1), fc.constantFrom(0, 0.25, 0.5, 1), fc.nat(3))
    .map(([level, topic, share, at]) => answer(level, share, `a${level}${topic}`, at)),
  { minLength: 1, maxLength: 12 },
);

describe("a level", () => {
  it("is not known without answers", () => {
    expect(levelOf([])).toBeNull();
  });

  it.each([
    [[answer(1, 0)], 0],
    [[answer(1, 1)], 1],
    [[answer(1, 1), answer(2, 0)], 1],
    [[answer(1, 1), answer(2, 0.5), answer(3, 0.5)], 2],
    [[answer(1, 0), answer(2, 1), answer(3, 1)], 2],
    [[answer(1, 1), answer(2, 1), answer(3, 1)], 3],
  ])("is made of whole points: case %#", (given, level) => {
    expect(levelOf(given)).toBe(level);
  });

  it("takes harder questions for easier ones that were not asked", () => {
    expect(levelOf([answer(2, 1)])).toBe(2);
  });

  it("rests on the latest answer to a topic", () => {
    expect(levelOf([answer(1, 1, "a1", 1), answer(1, 0, "a1", 2)])).toBe(0);
    expect(levelOf([answer(1, 0, "a1", 1), answer(1, 1, "a1", 2)])).toBe(1);
  });

  it("never falls by a better answer, nor by the order of answers", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (given, which) => {
        const index = which % given.length;
        const better = given.map((one, n) => (n === index ? { ...one, share: 1 } : one));
        expect(levelOf(better) ?? -1).toBeGreaterThanOrEqual(levelOf(given) ?? -1);
        expect(levelOf(given.toReversed())).toBe(levelOf(given));
      }),
    );
  });
});

describe("labs", () => {
  it("raise by one each, and not above their own level", () => {
    expect(raisedByLabs(0, [])).toBe(0);
    expect(raisedByLabs(0, [3])).toBe(1);
    expect(raisedByLabs(0, [3, 2, 1])).toBe(3);
    expect(raisedByLabs(2, [1, 1, 2])).toBe(2);
  });

  it("never lower a level, whatever their order", () => {
    const labs = fc.array(fc.constantFrom(...itemLevels), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(0 as const, ...itemLevels), labs, (level, passed) => {
        const raised = raisedByLabs(level, passed);
        expect(raised).toBeGreaterThanOrEqual(level);
        expect(raised).toBeLessThanOrEqual(Math.max(level, ...passed));
        expect(raisedByLabs(level, passed.toReversed())).toBe(raised);
      }),
    );
  });
});
