import type { DiagramPart } from "../exercise.ts";

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
    }
  /** A change to comment on line by line and to decide about; answered as `review.ts` reads it. */
  | {
      readonly kind: "review";
      readonly id: string;
      readonly ask: string;
      readonly files: readonly ChangedFile[];
      /** What a comment can say is wrong. */
      readonly problems: readonly Choice[];
      readonly decisions: readonly Choice[];
    }
  /** Rules, of which the first that applies decides; answered as `decision-rules.ts` reads it. */
  | {
      readonly kind: "rules";
      readonly id: string;
      readonly ask: string;
      readonly facts: readonly Fact[];
      readonly outcomes: readonly Choice[];
      /** What happens where no rule applies. */
      readonly otherwise: string;
      readonly rulesMax: number;
    }
  /** Boundaries, threats in the order of their rank, and what is done about them; see `threat-model.ts`. */
  | {
      readonly kind: "threat-model";
      readonly id: string;
      readonly ask: string;
      readonly system: System;
      /** Where a given system's components are drawn, in columns and rows from 1. */
      readonly places: readonly {
        readonly component: string;
        readonly column: number;
        readonly row: number;
      }[];
      /** Components and flows are the learner's; `system` is only what stands there at the beginning. */
      readonly isOwn: boolean;
      readonly words: ThreatWords;
      readonly threatsMax: number;
    };

export type AskedOf<K extends Asked["kind"]> = Extract<Asked, { readonly kind: K }>;

export type Choice = { readonly id: string; readonly text: string };

export type ChangedFile = {
  readonly path: string;
  readonly language: string;
  readonly lines: readonly ChangedLine[];
};

export type ChangedLine = {
  readonly kind: "same" | "added" | "removed";
  /** Its number in the file as it was, and as it is with the change. */
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
};

/** Something that rules can ask of each case. */
export type Fact = {
  readonly id: string;
  readonly title: string;
  /** What is counted; null where the values are words. */
  readonly unit: string | null;
  /** Empty: a number. */
  readonly values: readonly Choice[];
};

export type System = {
  readonly components: readonly Component[];
  readonly flows: readonly Flow[];
};

export type Component = {
  readonly id: string;
  readonly title: string;
  readonly shape: PartShape;
  readonly says: string;
};

export type PartShape = DiagramPart["shape"];

export type Flow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly carries: string;
};

/** The closed lists from which a threat model is made. */
export type ThreatWords = {
  /** From the least trusted to the most trusted; a boundary runs between any two. */
  readonly zones: readonly Choice[];
  readonly actions: readonly Choice[];
  readonly effects: readonly Choice[];
  readonly mitigations: readonly Choice[];
};
