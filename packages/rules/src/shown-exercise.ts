import type { Blank, Diagram, Exhibit, RunCase, Slide } from "./exercise.ts";
import type { Rich } from "./prose.ts";

/**
 * An exercise as a learner may see it: nothing of the key is in it, cards and options stand in an order of
 * their own for each person, and ids say only where they stand.
 */
export type ShownExercise = ShownCommon &
  (
    | ShownChoose
    | ShownSort
    | ShownMatch
    | ShownOrder
    | ShownSpot
    | ShownConfig
    | ShownSlide
    | ShownPredict
    | ShownRun
    | ShownWrite
  );

type ShownCommon = {
  readonly id: string;
  readonly ask: Rich;
  readonly exhibit: Exhibit | null;
};

export type ShownThing = { readonly id: string; readonly text: Rich };

export type ShownChoose = {
  readonly kind: "choose";
  readonly many: boolean;
  readonly options: readonly ShownThing[];
  readonly because: { readonly ask: Rich; readonly options: readonly ShownThing[] } | null;
};

export type ShownSort = {
  readonly kind: "sort";
  readonly groups: readonly { readonly id: string; readonly title: Rich }[];
  readonly cards: readonly ShownThing[];
};

export type ShownMatch = {
  readonly kind: "match";
  readonly lefts: readonly ShownThing[];
  /** Those that belong to nothing are among them. */
  readonly rights: readonly ShownThing[];
};

export type ShownOrder = { readonly kind: "order"; readonly cards: readonly ShownThing[] };

export type ShownSpot = {
  readonly kind: "spot";
  readonly diagram: Diagram | null;
  /** How many there are to be marked. */
  readonly count: number;
};

export type ShownConfig = {
  readonly kind: "config";
  readonly language: string;
  readonly text: string;
  readonly blanks: readonly ShownBlank[];
};

export type ShownBlank = Pick<Blank, "name" | "title"> & {
  readonly wants:
    | { readonly kind: "one-of"; readonly options: readonly string[] }
    | { readonly kind: "number"; readonly unit: string | null }
    | { readonly kind: "text" };
};

/** A simulation computes in the browser; its goals are what it is about and no secret. */
export type ShownSlide = Omit<Slide, "why">;

export type ShownPredict = {
  readonly kind: "predict";
  readonly guess:
    | { readonly kind: "one-of"; readonly options: readonly ShownThing[] }
    | { readonly kind: "number"; readonly unit: string | null };
};

export type ShownRun = {
  readonly kind: "run";
  readonly language: "ts" | "python";
  readonly before: string;
  readonly start: string;
  readonly calls: string | null;
  /** Hidden cases show their sentence only. */
  readonly cases: readonly (
    | ({ readonly hidden: false } & Pick<RunCase, "says" | "args" | "returns">)
    | { readonly hidden: true; readonly says: Rich }
  )[];
};

export type ShownWrite = {
  readonly kind: "write";
  readonly fields: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: number;
    readonly words: number;
  }[];
};
