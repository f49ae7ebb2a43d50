import type { Prose, Rich } from "./prose.ts";

/**
 * Something a learner answers, with everything that an author wrote: **the key included**. It stays in the server;
 * what a browser gets is `shown-exercise.ts`, what an answer earns is decided in `mark-answer.ts`.
 * Lessons and the item bank share these kinds.
 */
export type Exercise = Common &
  (Choose | Sort | Match | Order | Spot | FillConfig | Slide | Predict | RunCode | WriteDown);

export type ExerciseKind = Exercise["kind"];

type Common = {
  /** Unique inside its lesson or bank: `e01a`. */
  readonly id: string;
  readonly ask: Rich;
  /** What the question is about, shown above it. */
  readonly exhibit: Exhibit | null;
  /** Said after any answer. */
  readonly close: Rich | null;
};

export type Exhibit = {
  readonly title: string | null;
  /** `ts`, `python`, `yaml`, `diff`, `http`, `log`, `text` … */
  readonly language: string;
  readonly text: string;
};

export type Option = { readonly text: Rich; readonly right: boolean; readonly why: Rich };

export type Choose = {
  readonly kind: "choose";
  readonly many: boolean;
  readonly options: readonly Option[];
  /** Choose and explain: the answer counts only with the reason that holds. */
  readonly because: { readonly ask: Rich; readonly options: readonly Option[] } | null;
};

export type Sort = {
  readonly kind: "sort";
  readonly groups: readonly { readonly id: string; readonly title: Rich }[];
  /** `groups`: every group that is right for the card. */
  readonly cards: readonly {
    readonly text: Rich;
    readonly groups: readonly string[];
    readonly why: Rich;
  }[];
};

export type Match = {
  readonly kind: "match";
  readonly pairs: readonly { readonly left: Rich; readonly right: Rich; readonly why: Rich }[];
  /** Right-hand sides that belong to nothing. */
  readonly extra: readonly Rich[];
};

export type Order = {
  readonly kind: "order";
  /** In the right order; cards of the same `rank` may change places. */
  readonly cards: readonly { readonly text: Rich; readonly rank: number; readonly why: Rich }[];
};

export type Spot = {
  readonly kind: "spot";
  /** Without a diagram the lines of the exhibit are marked. */
  readonly diagram: Diagram | null;
  readonly marks: readonly SpotMark[];
  /** Wrong, but for a reason worth saying. */
  readonly near: readonly SpotMark[];
  /** Why anything else is not it. */
  readonly otherwise: Rich;
};

/** `at`: a line number from 1 as text, or the id of a part or flow of the diagram. */
export type SpotMark = { readonly at: string; readonly why: Rich };

export type Diagram = {
  readonly parts: readonly DiagramPart[];
  readonly flows: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly title: string;
  }[];
};

export type DiagramPart = {
  readonly id: string;
  readonly title: string;
  readonly shape: "person" | "service" | "model" | "store" | "tool" | "outside";
  /** Column and row of a grid, from 1. */
  readonly column: number;
  readonly row: number;
};

export type FillConfig = {
  readonly kind: "config";
  readonly language: string;
  /** With `{{name}}` where something is to be filled in. */
  readonly text: string;
  readonly blanks: readonly Blank[];
};

export type Blank = {
  readonly name: string;
  readonly title: string;
  readonly why: Rich;
  readonly wants:
    | {
        readonly kind: "one-of";
        readonly options: readonly string[];
        readonly right: readonly string[];
      }
    | {
        readonly kind: "number";
        readonly from: number;
        readonly to: number;
        readonly unit: string | null;
      }
    | { readonly kind: "text"; readonly accept: readonly string[] };
};

export type Slide = {
  readonly kind: "slider";
  readonly sliders: readonly Slider[];
  readonly results: readonly {
    readonly id: string;
    readonly title: string;
    readonly formula: string;
    readonly unit: string | null;
    readonly digits: number;
  }[];
  /** Results drawn over one slider. */
  readonly curve: {
    readonly over: string;
    readonly results: readonly string[];
    readonly title: string;
  } | null;
  /** Formulas that must be true at the position the learner answers with; none: only to play with. */
  readonly goals: readonly { readonly formula: string; readonly says: Rich }[];
  readonly why: Rich;
};

export type Slider = {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly start: number;
  readonly unit: string | null;
};

/** Never right or wrong for the record: a guess makes the answer stick. */
export type Predict = {
  readonly kind: "predict";
  readonly guess:
    | { readonly kind: "one-of"; readonly options: readonly Rich[]; readonly truth: number }
    | {
        readonly kind: "number";
        readonly truth: number;
        readonly unit: string | null;
        /** A guess this near is called close. */
        readonly close: number;
      };
  readonly reveal: Prose;
};

export type RunCode = {
  readonly kind: "run";
  readonly language: "ts" | "python";
  /** Read-only code that stands before the learner's. */
  readonly before: string;
  readonly start: string;
  /** The function that is called with each case; null: run and look, nothing is graded. */
  readonly calls: string | null;
  readonly cases: readonly RunCase[];
  readonly solution: string | null;
};

export type RunCase = {
  readonly says: Rich;
  readonly args: readonly Json[];
  readonly returns: Json;
  /** A hidden case shows its sentence and whether it holds, nothing else. */
  readonly hidden: boolean;
};

export type WriteDown = {
  readonly kind: "write";
  readonly fields: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: number;
    /** Fewer words than this are not yet an answer. */
    readonly words: number;
  }[];
  /** What a good answer holds; shown with `model` after the learner's own is saved. */
  readonly points: readonly Rich[];
  readonly model: Prose;
};

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
