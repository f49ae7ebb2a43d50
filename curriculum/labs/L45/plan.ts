import type { Json } from "@checkride/rules/exercise";
import { decisionText } from "./decisions.ts";
import type { Task } from "./task.ts";

export type Step = {
  readonly move: string;
  readonly answers: { readonly [question: string]: Json };
};

export const step = (move: string, answers: Step["answers"] = {}): Step => ({ move, answers });

/** Marks of whole lines of the decision log. */
export const linesAt = (
  { decisions }: Task,
  isWanted: (line: Task["decisions"][number]) => boolean,
): Json => {
  let from = 0;
  return decisionText(decisions)
    .split("\n")
    .flatMap((text, at) => {
      const span = [from, from + text.length];
      from += text.length + 1;
      const line = decisions[at];
      return line !== undefined && isWanted(line) ? [span] : [];
    });
};

/** One good way through; others are as good. */
export const plan = (task: Task): readonly Step[] => [
  step("hold"),
  step("freeze"),
  step("payments"),
  step("provenance"),
  step("trigger", { mark: task.mark.kind }),
  step("name-source", { source: task.sources[0], version: `v${task.firstBad}` }),
  step("rollback", { version: `v${task.target}`, beside: "currency" }),
  step("tell-compliance"),
  step("decisions"),
  step("list", { lines: linesAt(task, ({ isAffected }) => isAffected) }),
  step("retrain", { rows: "since", labels: "drop" }),
  step("test", { tests: "both" }),
  step("release"),
  step("policy", { admission: "proven", batches: "checked" }),
  step("close"),
];

/** The same with one step answered otherwise. */
export const answered = (
  steps: readonly Step[],
  move: string,
  answers: Step["answers"],
): readonly Step[] =>
  steps.map((one) => (one.move === move ? step(move, { ...one.answers, ...answers }) : one));

export const without = (steps: readonly Step[], ...moves: readonly string[]): readonly Step[] =>
  steps.filter(({ move }) => !moves.includes(move));

/** Puts steps before another one. */
export const before = (
  steps: readonly Step[],
  move: string,
  ...more: readonly Step[]
): readonly Step[] => steps.flatMap((one) => (one.move === move ? [...more, one] : [one]));
