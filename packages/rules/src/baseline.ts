import { isMiss } from "./competency-level.ts";
import type { CompetencyLevel, ItemLevel } from "./item.ts";

/** Asked of everybody: data in AI tools, reviewing what they write, privacy. */
const forEverybody = ["A", "B", "J"] as const;
const further = 5;
/** One of each level, easy to hard. */
export const itemsEach = 3;
export const itemsMax = (forEverybody.length + further) * itemsEach;

/** Which competencies are measured: three for everybody, then those of which most is expected. */
export const baselineCompetencies = (
  expected: Readonly<Record<string, CompetencyLevel>>,
): readonly string[] => {
  const common: readonly string[] = forEverybody;
  const others = Object.entries(expected)
    .filter(([id, level]) => level > 0 && !common.includes(id))
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([id]) => id);
  return [...common, ...others.slice(0, further)];
};

type Placed = { readonly place: number; readonly competency: string; readonly level: ItemLevel };

/**
 * The next question, or null at the end. A competency is left early once somebody has reached their level in
 * it: at a miss above level 1, or at a second one.
 */
export const nextPlace = (
  items: readonly Placed[],
  shareAt: ReadonlyMap<number, number>,
): number | null => {
  const left = items.filter(({ place }) => !shareAt.has(place));
  return left.find(({ competency }) => !isReached(competency, items, shareAt))?.place ?? null;
};

const isReached = (
  competency: string,
  items: readonly Placed[],
  shareAt: ReadonlyMap<number, number>,
): boolean => {
  const missed = items.filter((item) => {
    const share = shareAt.get(item.place);
    return item.competency === competency && share !== undefined && isMiss(share);
  });
  return missed.length >= 2 || missed.some(({ level }) => level > 1);
};

type Sure = 1 | 2 | 3 | 4;
export type SureAnswer = { readonly share: number; readonly sure: Sure };

export type Confidence = {
  readonly mean: number;
  readonly whenRight: number | null;
  readonly whenWrong: number | null;
};

export const isSureAndWrong = ({ share, sure }: SureAnswer): boolean => sure >= 3 && isMiss(share);

/** From 0 (guesses) to 1 (certain of everything). */
export const confidenceOf = (answers: readonly SureAnswer[]): Confidence => {
  const mean = (of: readonly SureAnswer[]): number | null =>
    of.length === 0 ? null : of.reduce((sum, { sure }) => sum + (sure - 1) / 3, 0) / of.length;
  return {
    mean: mean(answers) ?? 0,
    whenRight: mean(answers.filter(({ share }) => !isMiss(share))),
    whenWrong: mean(answers.filter(({ share }) => isMiss(share))),
  };
};
