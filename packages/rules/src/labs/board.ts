import type { Json } from "../exercise.ts";
import type { Asked } from "./asked.ts";

/** What somebody who leads an incident sees at one moment of it. Only moves let time pass. */
export type Board = {
  /** The time of day at which it began, as `09:00`. */
  readonly begins: string;
  /** Since it began. */
  readonly minute: number;
  readonly situation: string;
  readonly clocks: readonly Clock[];
  /** In the order of their minutes; the newest last. */
  readonly entries: readonly BoardEntry[];
  /** What can be opened and read: logs, lists, texts. */
  readonly papers: readonly Paper[];
  readonly moves: readonly Move[];
  readonly ended: boolean;
};

export type Clock = {
  readonly id: string;
  readonly title: string;
  readonly atMinute: number;
  readonly state: "running" | "met" | "missed";
};

export type BoardEntry = {
  readonly minute: number;
  readonly kind: "message" | "event" | "move";
  /** Of a move, and of what came of it: its id. */
  readonly move: string | null;
  /** A role or a system; the learner's own moves say "You", a partner's their name. */
  readonly from: string;
  readonly text: string;
};

export type Paper = {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly text: string;
};

export type Move = {
  readonly id: string;
  readonly title: string;
  /** Moves of one group stand together: `Contain`, `Look`, `Tell`. */
  readonly group: string;
  readonly minutes: number;
  /** To be answered with the move, such as which log to count from. */
  readonly asks: readonly Asked[];
};

/** Lets time pass and does nothing else. */
export const waitingMove = "wait";

/** A move as it was made, with answers by the ids of its questions. It cannot be taken back. */
export type MadeMove = {
  readonly move: string;
  readonly answers: { readonly [question: string]: Json };
};
