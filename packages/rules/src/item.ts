import type { Exercise } from "./exercise.ts";

export const itemLevels = [1, 2, 3] as const;
/** 1 aware, 2 applies, 3 leads. */
export type ItemLevel = (typeof itemLevels)[number];
export type CompetencyLevel = 0 | ItemLevel;

/** What can be asked and marked without running anything. */
export type ItemExercise = Extract<
  Exercise,
  { readonly kind: "choose" | "sort" | "match" | "order" | "spot" | "config" }
>;

/** A question of the bank, key included. `a1-2` is the second form of topic `a1`. */
export type Item = {
  readonly id: string;
  /** `A` to `O` */
  readonly competency: string;
  readonly topic: { readonly id: string; readonly title: string };
  readonly level: ItemLevel;
  readonly threats: readonly string[];
  /** Days such as `2026-11-21`. */
  readonly added: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly exercise: ItemExercise;
  /** SHA-256 of what is asked and of its key: evidence says which question was answered. */
  readonly version: string;
};

export type Competency = {
  readonly id: string;
  readonly title: string;
  /** By track; a track that is not named expects 0. */
  readonly expected: Readonly<Record<string, CompetencyLevel>>;
};
