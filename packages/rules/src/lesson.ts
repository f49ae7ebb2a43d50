import type { Exercise } from "./exercise.ts";
import type { Prose } from "./prose.ts";

/** A lesson as its author wrote it. */
export type Lesson = {
  readonly id: string;
  readonly module: string;
  readonly title: string;
  readonly minutes: number;
  /** The one sentence a learner can defend afterwards. */
  readonly claim: string;
  readonly threats: readonly string[];
  readonly competencies: readonly string[];
  readonly sources: readonly Source[];
  readonly reviewed: string;
  readonly reviewBy: string;
  readonly owner: string;
  readonly steps: readonly Step[];
  /** SHA-256 of the file and the files that it shows: evidence says which content was done. */
  readonly version: string;
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Read in somebody else's account of it. */
  readonly secondary: boolean;
};

export type StepKind = "know" | "see" | "attack" | "repair" | "try" | "today";

export type Step = {
  /** `s1`, `s2`, … in order. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  readonly minutes: number;
  readonly parts: readonly StepPart[];
};

export type StepPart =
  | { readonly kind: "prose"; readonly prose: Prose }
  | { readonly kind: "exercise"; readonly exercise: Exercise }
  | {
      readonly kind: "lab" | "case" | "document";
      readonly id: string;
      readonly says: string | null;
    }
  /** Items drawn from the bank, other ones for each person and try. */
  | { readonly kind: "draw"; readonly counts: Readonly<Record<string, number>> };
