import type { Json } from "@checkride/rules/exercise";
import { changeId } from "./changes.ts";
import { peopleConcerned } from "./log-lines.ts";
import type { Task } from "./task.ts";

export type Step = {
  readonly move: string;
  readonly answers: { readonly [question: string]: Json };
};

export const step = (move: string, answers: Step["answers"] = {}): Step => ({ move, answers });

/** One good way through; others are as good. */
export const plan = (task: Task): readonly Step[] => [
  step("limit"),
  step("read-chats"),
  step("keep"),
  step("tell-officer", { known: "seen" }),
  step("trace"),
  step("changes"),
  step("name-cause", { cause: task.cause, since: changeId(task.changes[task.cause]) }),
  step("count", { log: task.cause, people: `${peopleConcerned(task.logs[task.cause]).length}` }),
  ...(task.tokenOf === null ? [] : [step("revoke", { of: task.tokenOf })]),
  step("tell-sales"),
  step("tell-customers", {
    whom: "concerned",
    what: task.shown,
    advice: task.tokenOf === null ? "careful" : "token",
    words:
      "Between Wednesday and this morning our assistant showed data of some of your people to others. It is stopped. Below is who, what, when, and to whom.",
  }),
  step("fix", { patch: "person" }),
  step("test", { proof: "replay" }),
  step("restore"),
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
