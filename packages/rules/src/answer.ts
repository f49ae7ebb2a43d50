import type { Prose, Rich } from "./prose.ts";

/** What a learner answered, in terms of what was shown: positions are those of `ShownExercise`, never of the source. */
export type Answer =
  | {
      readonly kind: "choose";
      readonly picked: readonly string[];
      readonly because: readonly string[];
    }
  | { readonly kind: "sort"; readonly groupOf: Readonly<Record<string, string>> }
  | { readonly kind: "match"; readonly rightOf: Readonly<Record<string, string>> }
  | { readonly kind: "order"; readonly cards: readonly string[] }
  | { readonly kind: "spot"; readonly marked: readonly string[] }
  | { readonly kind: "config"; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "slider"; readonly at: Readonly<Record<string, number>> }
  | { readonly kind: "predict"; readonly guess: string }
  | { readonly kind: "run"; readonly code: string }
  | { readonly kind: "write"; readonly texts: Readonly<Record<string, string>> };

/** What an answer earned, with its reasons: the first time that anything of the key leaves the server. */
export type Marking = {
  /** All of it right. */
  readonly right: boolean;
  /** 0 to 1: partial credit. */
  readonly share: number;
  /** One for each thing answered: the option, card, line or blank (as named in what was shown) and why. */
  readonly reasons: readonly Reason[];
  /** What would have been right, in terms of what was shown. */
  readonly solution: Answer | null;
  readonly close: Rich | null;
  /** What is shown once it is answered: what really happened, or what a good answer holds. */
  readonly reveal: Prose | null;
};

/**
 * `right` of an option or a marked place says what it is; of a card, line, blank or case, how it was answered.
 * An option or place that was missed has a reason too.
 */
export type Reason = {
  readonly about: string;
  readonly right: boolean;
  readonly why: Rich;
};
