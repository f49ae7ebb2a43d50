import type { CheckResult } from "../judge.ts";

const earnedOf = ({ holds, share }: CheckResult): number => share ?? (holds ? 1 : 0);

const full = { works: 40, attacks: 60 } as const;

/**
 * Points are for the board and for oneself: what is nearly right is worth something, help costs something. A pass is
 * another matter and needs every check.
 */
export const pointsOf = (
  checks: readonly CheckResult[],
  pricesOfHints: readonly number[],
): number => {
  const shareOf = (half: CheckResult["half"]): number => {
    const own = checks.filter((check) => check.half === half);
    return own.length === 0 ? 0 : own.reduce((sum, check) => sum + earnedOf(check), 0) / own.length;
  };
  // Refusing everything stops every attack; it must not be worth anything.
  const works = shareOf("works");
  const attacks = works === 0 ? 0 : shareOf("attacks");
  const earned = full.works * works + full.attacks * attacks;
  const paid = pricesOfHints.reduce((sum, price) => sum + price, 0);
  return Math.max(0, Math.round(earned) - paid);
};
