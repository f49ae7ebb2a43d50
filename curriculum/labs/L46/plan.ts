import type { Json } from "@checkride/rules/exercise";
import { hookText } from "./hooks.ts";
import type { Job } from "./jobs.ts";
import { inOrderOfReach } from "./secrets.ts";
import type { Task } from "./task.ts";

export type Step = {
  readonly move: string;
  readonly answers: { readonly [question: string]: Json };
};

export const step = (move: string, answers: Step["answers"] = {}): Step => ({ move, answers });

/** Marks of the lines of start-up files. */
export const filesAt = (
  { hooks }: Task,
  isWanted: (file: Task["hooks"][number]) => boolean,
): Json => {
  let from = 0;
  return hookText(hooks)
    .split("\n")
    .flatMap((text, at) => {
      const span = [from, from + text.length];
      from += text.length + 1;
      const file = hooks[at];
      return file !== undefined && isWanted(file) ? [span] : [];
    });
};

export const idsOf = ({ jobs }: Task, isWanted: (job: Job) => boolean): string =>
  jobs
    .filter(isWanted)
    .map(({ id }) => id)
    .join(" ");

const rotation = ({ secrets }: Task): Step["answers"] => {
  const [first = "", second = "", third = ""] = inOrderOfReach(secrets);
  return { first, second, third };
};

const withdrawal = ({ releases }: Task): readonly Step[] =>
  releases.filter(({ isForeign }) => isForeign).map(({ id }) => step("yank", { which: id }));

/** One good way through; others are as good. */
export const plan = (task: Task): readonly Step[] => [
  step("block", { block: "above" }),
  step("fetch-jobs"),
  step("search", { what: "startup" }),
  step("hooks", { files: filesAt(task, ({ isBad }) => isBad) }),
  step("take-off"),
  step("keep"),
  step("wipe"),
  step("releases"),
  step("list", { jobs: idsOf(task, ({ isExposed }) => isExposed) }),
  step("tell-teams"),
  step("rotate", rotation(task)),
  ...withdrawal(task),
  step("prevent", { installs: "hashes", newest: "cool", tokens: "scoped" }),
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
