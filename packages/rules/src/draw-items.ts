import type { Item, ItemLevel } from "./item.ts";
import { itemLevels } from "./item.ts";
import { inSeededOrder } from "./seeded-random.ts";

/** What a draw looks at. */
export type Drawable = Pick<Item, "id" | "competency" | "level" | "added"> & {
  readonly topic: { readonly id: string };
};

export type DrawOrder = {
  /** How many of each competency. */
  readonly counts: Readonly<Record<string, number>>;
  /** Other for each person and try; whoever knows it knows the draw. */
  readonly seed: string;
  /** Items of this person's last try, and of all of them. */
  readonly lastTry: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  /** Half of the draw comes from what was added after this day, as far as there is enough; null: any. */
  readonly newSince: string | null;
};

/**
 * Easy to hard: as many of each competency as ordered, spread over its topics and levels. Of a topic the form
 * is taken that the person has not seen; one of the last try only where the topic has no other left.
 * Fewer than ordered come where the bank has no more.
 */
export const drawItems = <T extends Drawable>(
  bank: readonly T[],
  order: DrawOrder,
): readonly T[] => {
  const shuffled = inSeededOrder(bank, ({ id }) => id, order.seed);
  const drawn = drawNew(shuffled, order);
  for (const [competency, count] of Object.entries(order.counts)) {
    while (drawn.filter((item) => item.competency === competency).length < count) {
      const forms = bestForms(shuffled, drawn, order).filter(
        (item) => item.competency === competency,
      );
      const next = pick(forms, drawn, (item) => !isNew(item, order));
      if (next === undefined) break;
      drawn.push(next);
    }
  }
  const place = new Map(shuffled.map((item, index) => [item, index]));
  return drawn.toSorted((a, b) => a.level - b.level || (place.get(a) ?? 0) - (place.get(b) ?? 0));
};

/** One new item of each competency in turn, until half of the draw is new. */
const drawNew = <T extends Drawable>(bank: readonly T[], order: DrawOrder): T[] => {
  const wanted = Object.values(order.counts).reduce((sum, count) => sum + count, 0);
  const drawn: T[] = [];
  for (let before = -1; drawn.length > before; ) {
    before = drawn.length;
    for (const [competency, count] of Object.entries(order.counts)) {
      const isFull = drawn.filter((item) => item.competency === competency).length >= count;
      if (isFull || drawn.length >= Math.ceil(wanted / 2)) continue;
      const fresh = bestForms(bank, drawn, order).filter(
        (item) =>
          item.competency === competency &&
          isNew(item, order) &&
          !drawn.some(({ topic }) => topic.id === item.topic.id),
      );
      const next = pick(fresh, drawn, () => true);
      if (next !== undefined) drawn.push(next);
    }
  }
  return drawn;
};

const isNew = ({ added }: Drawable, { newSince }: DrawOrder): boolean =>
  newSince !== null && added > newSince;

const rankOf = ({ id }: Drawable, { lastTry, seen }: DrawOrder): number =>
  lastTry.has(id) ? 2 : seen.has(id) ? 1 : 0;

/** What is not drawn yet; of each topic only the forms that this person knows least. */
const bestForms = <T extends Drawable>(
  bank: readonly T[],
  drawn: readonly T[],
  order: DrawOrder,
): readonly T[] => {
  const left = bank.filter((item) => !drawn.includes(item));
  const best = new Map<string, number>();
  for (const item of left) {
    const rank = rankOf(item, order);
    if (rank < (best.get(item.topic.id) ?? Number.POSITIVE_INFINITY)) best.set(item.topic.id, rank);
  }
  return left
    .filter((item) => rankOf(item, order) === best.get(item.topic.id))
    .toSorted((a, b) => rankOf(a, order) - rankOf(b, order));
};

/** A topic that has given least, as preferred where there is a choice, at the level that has given least. */
const pick = <T extends Drawable>(
  candidates: readonly T[],
  drawn: readonly T[],
  isPreferred: (item: T) => boolean,
): T | undefined => {
  const timesOf = ({ topic }: Drawable): number =>
    drawn.filter((item) => item.topic.id === topic.id).length;
  const fewestTimes = Math.min(...candidates.map(timesOf));
  const fewest = candidates.filter((item) => timesOf(item) === fewestTimes);
  const preferred = fewest.filter(isPreferred);
  const choice = preferred.length > 0 ? preferred : fewest;
  const level = leastDrawnLevel(choice, drawn);
  return choice.find((item) => item.level === level);
};

const leastDrawnLevel = (
  candidates: readonly Drawable[],
  drawn: readonly Drawable[],
): ItemLevel | undefined => {
  const competencies = new Set(candidates.map(({ competency }) => competency));
  const drawnAt = (level: ItemLevel): number =>
    drawn.filter((item) => item.level === level && competencies.has(item.competency)).length;
  return itemLevels
    .filter((level) => candidates.some((item) => item.level === level))
    .toSorted((a, b) => drawnAt(a) - drawnAt(b) || a - b)[0];
};
