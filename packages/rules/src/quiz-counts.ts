import { type Competency, type CompetencyLevel, type ItemLevel, itemLevels } from "./item.ts";

type Expected = Readonly<Record<string, CompetencyLevel>>;

/** What tracks expect together: of each competency the highest level. */
export const expectedOf = (
  competencies: readonly Competency[],
  tracks: readonly string[],
): Expected => Object.fromEntries(competencies.map((one) => [one.id, highestOf(one, tracks)]));

const highestOf = ({ expected }: Competency, tracks: readonly string[]): CompetencyLevel => {
  const asked = tracks.map((track) => (Object.hasOwn(expected, track) ? expected[track] : 0));
  return itemLevels.findLast((level) => asked.includes(level)) ?? 0;
};

/**
 * How much of a track's quiz falls to each competency: by what the track adds to the tracks that it needs. A
 * track that adds nothing weighs all that it expects.
 */
export const weightsOf = (
  expected: Expected,
  needed: Expected,
): Readonly<Record<string, number>> => {
  const added = Object.entries(expected).map(([id, level]): [string, number] => [
    id,
    Math.max(0, level - (needed[id] ?? 0)),
  ]);
  return Object.fromEntries(
    added.some(([, weight]) => weight > 0) ? added : Object.entries(expected),
  );
};

type Askable = { readonly competency: string; readonly level: ItemLevel };

/**
 * Nothing harder is asked than what is expected. Where that leaves too few for another try to be another one, the
 * next level is asked as well.
 */
export const mayBeAsked = <T extends Askable>(
  items: readonly T[],
  expected: Expected,
  size: number,
): readonly T[] => {
  const upTo = (further: number): readonly T[] =>
    items.filter(({ competency, level }) => {
      const most = expected[competency] ?? 0;
      return most > 0 && level <= most + further;
    });
  const fitting = upTo(0);
  return fitting.length < 2 * size ? upTo(1) : fitting;
};

/**
 * `size` questions shared out by weight (Sainte-Laguë), none beyond what a competency has. They are fewer where
 * all competencies together have fewer.
 */
export const shareOut = (
  weights: Readonly<Record<string, number>>,
  available: ReadonlyMap<string, number>,
  size: number,
): Readonly<Record<string, number>> => {
  const seats = new Map<string, number>();
  const ids = Object.keys(weights).toSorted();
  const claimOf = (id: string): number => (weights[id] ?? 0) / (2 * (seats.get(id) ?? 0) + 1);
  for (let seat = 0; seat < size; seat++) {
    const open = ids.filter(
      (id) => claimOf(id) > 0 && (seats.get(id) ?? 0) < (available.get(id) ?? 0),
    );
    const [next] = open.toSorted((a, b) => claimOf(b) - claimOf(a) || (a < b ? -1 : 1));
    if (next === undefined) break;
    seats.set(next, (seats.get(next) ?? 0) + 1);
  }
  return Object.fromEntries(seats);
};
