import type { Json } from "@checkride/rules/exercise";
import type { Asked } from "@checkride/rules/labs/asked";
import type { DecisionRule } from "@checkride/rules/labs/decision-rules";
import type { Review } from "@checkride/rules/labs/review";
import type { ThreatModel } from "@checkride/rules/labs/threat-model";
import type { Draw } from "../draw.ts";

/** Authors need one door only. */
export type { Asked, Choice } from "@checkride/rules/labs/asked";

/**
 * What `checks.ts` exports where a learner answers instead of writing code: `export const lab: AnsweredLab<Task>`.
 * `Task` is the author's own: one variant with its key. Only what `asks` makes of it leaves the server.
 */
export type AnsweredLab<Task> = {
  /** One variant, from the seed alone. */
  readonly draw: (draw: Draw) => Task;
  readonly asks: (task: Task) => readonly Asked[];
  readonly checks: readonly AnswerCheck<Task>[];
  /** Said of single questions once the lab is done, by the question's id. */
  readonly review: (task: Task) => ReadonlyMap<string, string>;
};

export type AnswerCheck<Task> = {
  readonly id: string;
  readonly half: "works" | "attacks";
  readonly says: string;
  readonly why: string;
  readonly holds: (task: Task, answers: Answers) => boolean;
  /** How much of it is right, 0 to 1, for the points; without it all or nothing. */
  readonly share?: (task: Task, answers: Answers) => number;
};

/** What came back. Whatever has another shape than its question asks for counts as not answered. */
export type Answers = {
  readonly judged: (id: string) => { readonly verdict: string; readonly reason: string } | null;
  /** In order of their place, those that overlap joined. */
  readonly marked: (id: string) => readonly Span[];
  readonly written: (id: string) => string;
  readonly chosen: (id: string) => string | null;
  readonly reviewed: (id: string) => Review | null;
  readonly ruled: (id: string) => readonly DecisionRule[] | null;
  readonly modelled: (id: string) => ThreatModel | null;
};

export type Span = readonly [from: number, to: number];

/** What `answer.ts` in reference/ and weakened/ exports: what somebody would answer to this variant. */
export type AnswerOf<Task> = (task: Task) => { readonly [part: string]: Json };
