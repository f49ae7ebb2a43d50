import type { Json } from "@checkride/rules/exercise";
import type { DecisionRule } from "@checkride/rules/labs/decision-rules";
import type { Task } from "./checks.ts";
import { rightReason, rightVerdicts } from "./reasons.ts";

export const rule = (
  fact: string,
  test: DecisionRule["test"],
  value: string,
  outcome: string,
): DecisionRule => ({ fact, test, value, outcome });

export const goodRules: readonly DecisionRule[] = [
  rule("listed", "is", "no", "refuse"),
  rule("age", "below", "30", "refuse"),
  rule("newest", "above", "1095", "ask"),
];

/** Right about all packages, with rules of one's own. */
export const answered = (
  { cards }: Task,
  rules: readonly DecisionRule[] = goodRules,
  verdicts: Readonly<Partial<Record<Task["cards"][number]["situation"], string>>> = {},
): { readonly [part: string]: Json } => ({
  ...Object.fromEntries(
    cards.map(({ id, situation }) => [
      id,
      {
        verdict: verdicts[situation] ?? rightVerdicts[situation][0] ?? "",
        reason: rightReason[situation],
      },
    ]),
  ),
  policy: rules.map((one) => ({ ...one })),
});
