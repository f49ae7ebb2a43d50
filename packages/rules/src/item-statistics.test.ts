import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerSums, judgeItem } from "./item-statistics.ts";

type One = { readonly right: boolean; readonly rest: number };

const sumsOf = (answers: readonly One[]): AnswerSums => {
  const sum = (of: (one: One) => number) => answers.reduce((total, one) => total + of(one), 0);
  return {
    answers: answers.length,
    right: sum(({ right }) => Number(right)),
    rest: sum(({ rest }) => rest),
    restSquared: sum(({ rest }) => rest * rest),
    restWhenRight: sum(({ right, rest }) => (right ? rest : 0)),
  };
};

const many = (count: number, one: (n: number) => One): readonly One[] =>
  Array.from({ length: count }, (_, n) => one(n));

describe("an item", () => {
  it("says nothing under twenty answers", () => {
    expect(judgeItem(sumsOf(many(19, () => ({ right: false, rest: 0 }))))).toEqual({
      facility: null,
      discrimination: null,
      flags: [],
    });
  });

  it("is too hard under 20 % and too easy over 95 %", () => {
    const flagsAt = (right: number) =>
      judgeItem(sumsOf(many(100, (n) => ({ right: n < right, rest: 0.5 })))).flags;
    expect(flagsAt(19)).toEqual(["too-hard"]);
    expect(flagsAt(20)).toEqual([]);
    expect(flagsAt(95)).toEqual([]);
    expect(flagsAt(96)).toEqual(["too-easy"]);
  });

  it("misleads when the good miss it more often than the weak", () => {
    const upsideDown = judgeItem(sumsOf(many(40, (n) => ({ right: n < 20, rest: n / 40 }))));
    expect(upsideDown.flags).toEqual(["misleads"]);
    expect(upsideDown.discrimination).toBeLessThan(-0.5);
  });

  it("does not discriminate where all answer alike", () => {
    const alike = judgeItem(sumsOf(many(40, (n) => ({ right: true, rest: n / 40 }))));
    expect(alike.discrimination).toBeNull();
  });

  it("gives the plain correlation of both series, within -1 and 1", () => {
    const answers = fc.array(
      fc.record({ right: fc.boolean(), rest: fc.integer({ min: 0, max: 10 }).map((n) => n / 10) }),
      { minLength: 20, maxLength: 60 },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const { discrimination } = judgeItem(sumsOf(given));
        const plain = correlation(given);
        if (discrimination === null) return;
        expect(Math.abs(discrimination)).toBeLessThanOrEqual(1);
        expect(discrimination).toBeCloseTo(plain, 6);
      }),
    );
  });
});

const correlation = (given: readonly One[]): number => {
  const xs = given.map(({ right }) => Number(right));
  const ys = given.map(({ rest }) => rest);
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const cov = mean(xs.map((x, n) => (x - mx) * ((ys[n] ?? 0) - my)));
  const sd = (of: readonly number[], m: number) => Math.sqrt(mean(of.map((v) => (v - m) ** 2)));
  return cov / (sd(xs, mx) * sd(ys, my));
};
