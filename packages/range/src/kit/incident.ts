import type { Asked } from "@checkride/rules/labs/asked";
import type { BoardEntry, Paper } from "@checkride/rules/labs/board";
import type { Draw } from "../draw.ts";
import type { Answers } from "./answered-lab.ts";

/**
 * What `checks.ts` exports where a learner leads an incident: `export const lab: IncidentLab<Task>`. Time passes only by
 * moves, so that nobody is hurried and every run can be replayed. `Task` is the author's own: one variant with its key.
 */
export type IncidentLab<Task> = {
  /** One variant, from the seed alone. */
  readonly draw: (draw: Draw) => Task;
  readonly scenario: (task: Task) => Scenario;
  /** Decided over the finished run. */
  readonly checks: readonly IncidentCheck<Task>[];
  /** The minute from which no more harm was done; null: it went on. Without malice this is the response time. */
  readonly stoppedAt: (run: Run) => number | null;
  /** Said of single moves once the lab is done, by the move's id: also of those that were not made. */
  readonly review: (task: Task, run: Run) => ReadonlyMap<string, string>;
};

export type IncidentCheck<Task> = {
  readonly id: string;
  readonly half: "works" | "attacks";
  /** A duty. It is read before the first move: it must not tell what the incident is about to show. */
  readonly says: string;
  readonly why: string;
  readonly holds: (task: Task, run: Run) => boolean;
};

/** What has happened so far. Moves and injects share their ids. */
export type Run = {
  readonly minute: number;
  /** The minute at which a move was done or an inject came; null: not yet. */
  readonly at: (id: string) => number | null;
  readonly has: (id: string) => boolean;
  /** The first was done, and the second not before it. */
  readonly inOrder: (first: string, second: string) => boolean;
  /** So many minutes after it; null: it has not happened. */
  readonly after: (id: string, minutes: number) => number | null;
  /** This minute; null: one of them has happened. */
  readonly unless: (minute: number, ...ids: readonly string[]) => number | null;
  /** What a move was answered with. */
  readonly answers: (move: string) => Answers;
  /** A whole number that was written; null: something else was. */
  readonly number: (move: string, question: string) => number | null;
  /** Lines of the text, counted from 0, of which half or more was marked. */
  readonly lines: (move: string, question: string, text: string) => readonly number[];
};

export type Scenario = {
  /** The time of day at which it begins, as `09:00`. */
  readonly begins: string;
  readonly ends: { readonly atMinute: number; readonly title: string };
  readonly situation: Said;
  readonly moves: readonly ScenarioMove[];
  readonly injects: readonly Inject[];
  readonly papers: readonly ScenarioPaper[];
  readonly clocks: readonly ScenarioClock[];
};

/** Where it depends on what happened, a function of it. */
export type Said = string | ((run: Run) => string);

/** It can be made once. The move `wait`, 15 minutes, is always there. */
export type ScenarioMove = {
  readonly id: string;
  readonly title: string;
  /** Moves of one group stand together: `Contain`, `Look`. */
  readonly group: string;
  /** What it costs: a whole number from 1. */
  readonly minutes: number;
  readonly asks?: readonly MoveAsked[];
  /** Without it: from the beginning on. */
  readonly offered?: (run: Run) => boolean;
  /** Who reports when it is done. */
  readonly from: string;
  readonly brings: Said;
  /** The incident is over. */
  readonly ends?: true;
};

export type MoveAsked = Extract<Asked, { kind: "judge" | "mark" | "write" | "choose" }>;

/** Comes at its minute, or by consequence; null: not as things stand. */
export type Inject = {
  readonly id: string;
  readonly at: number | ((run: Run) => number | null);
  readonly kind: Exclude<BoardEntry["kind"], "move">;
  readonly from: string;
  readonly text: Said;
};

export type ScenarioPaper = Omit<Paper, "text"> & {
  readonly text: Said;
  /** Without it: from the beginning to the end. */
  readonly shown?: (run: Run) => boolean;
};

export type ScenarioClock = {
  readonly id: string;
  readonly title: string;
  /** Null: it does not run yet. */
  readonly atMinute: number | ((run: Run) => number | null);
  readonly metAt: (run: Run) => number | null;
};
