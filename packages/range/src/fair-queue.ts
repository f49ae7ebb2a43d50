/** Who waits for one of few places. People take turns, whatever number of things each of them has waiting. */
export type FairQueue<T> = {
  /** Null when the queue is full, for everybody or for this person. */
  readonly add: (person: string, item: T) => T | null;
  readonly next: () => T | undefined;
  readonly remove: (item: T) => void;
  /** How many come before it; null when it does not wait. */
  readonly positionOf: (item: T) => number | null;
  readonly items: () => readonly T[];
};

export type QueueLimits = { readonly waitingMax: number; readonly perPersonMax: number };

type Line<T> = { readonly person: string; items: T[] };

export const makeFairQueue = <T>({ waitingMax, perPersonMax }: QueueLimits): FairQueue<T> => {
  /** In the order of their turns. */
  let lines: Line<T>[] = [];
  const items = (): readonly T[] => inTurns(lines.map((line) => line.items));
  return {
    items,
    add: (person, item) => {
      const line = lines.find((one) => one.person === person);
      if (items().length >= waitingMax || (line?.items.length ?? 0) >= perPersonMax) return null;
      if (line === undefined) lines.push({ person, items: [item] });
      else line.items.push(item);
      return item;
    },
    next: () => {
      const [first, ...others] = lines;
      const item = first?.items.shift();
      if (first !== undefined) lines = first.items.length > 0 ? [...others, first] : others;
      return item;
    },
    remove: (item) => {
      for (const line of lines) line.items = line.items.filter((one) => one !== item);
      lines = lines.filter((line) => line.items.length > 0);
    },
    positionOf: (item) => {
      const at = items().indexOf(item);
      return at === -1 ? null : at;
    },
  };
};

/** One of each, then the second of each, and so on. */
const inTurns = <T>(lists: readonly (readonly T[])[]): readonly T[] => {
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
};
