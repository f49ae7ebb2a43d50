/** What a learner is asked where nothing is run, each part with an id that is unique in the lab. */
export type Asked =
  /** A verdict and the reason for it; answered `{ verdict, reason }`. */
  | {
      readonly kind: "judge";
      readonly id: string;
      readonly text: string;
      readonly verdicts: readonly Choice[];
      readonly reasons: readonly Choice[];
    }
  /** Words to mark in a text; answered with a list of `[from, to]`, places of characters, `to` behind the end. */
  | {
      readonly kind: "mark";
      readonly id: string;
      readonly ask: string;
      readonly title: string;
      readonly language: string;
      readonly text: string;
    }
  /** Lines to write; answered with a text. */
  | { readonly kind: "write"; readonly id: string; readonly ask: string; readonly start: string }
  | {
      readonly kind: "choose";
      readonly id: string;
      readonly ask: string;
      readonly options: readonly Choice[];
    };

export type Choice = { readonly id: string; readonly text: string };
