import type { Asked } from "@checkride/rules/labs/asked";
import type { BoardEntry, MadeMove, Paper } from "@checkride/rules/labs/board";
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
  /** What a move was answered with. */
  readonly answers: (move: string) => Answers;
};

export type Scenario = {
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

/** What `answer.ts` in reference/ and weakened/ exports as `play`: how somebody would lead this variant. */
export type PlayOf<Task> = (task: Task) => readonly MadeMove[];

/** So many minutes after a move was done or an inject came. */
export const after =
  (id: string, minutes: number) =>
  (run: Run): number | null => {
    const at = run.at(id);
    return at === null ? null : at + minutes;
  };

/** At this minute, if none of these was done by then. */
export const unless =
  (minute: number, ...ids: readonly string[]) =>
  (run: Run): number | null =>
    ids.some(run.has) ? null : minute;

/** A move without questions, or with its answers. */
export const move = (id: string, answers: MadeMove["answers"] = {}): MadeMove => ({
  move: id,
  answers,
});
