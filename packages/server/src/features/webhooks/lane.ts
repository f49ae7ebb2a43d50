export type Lane<T> = {
  readonly add: (ones: readonly T[]) => void;
  readonly waiting: () => number;
  readonly underWay: () => number;
  readonly settled: () => Promise<void>;
};

export type LaneOptions<T> = {
  readonly atOnce: number;
  /** False: it went wrong, and what waits behind it is given back. */
  readonly send: (one: T) => Promise<boolean>;
  readonly giveBack: (ones: readonly T[]) => Promise<void>;
  /** It may have waited too long. */
  readonly mayBegin: (one: T) => boolean;
  /** Nothing waits any more. */
  readonly onEmpty: () => void;
};

/** What is to be sent to one receiver, a few at a time: a slow one holds up itself alone. */
export const makeLane = <T>(options: LaneOptions<T>): Lane<T> => {
  const { atOnce, send, giveBack, mayBegin, onEmpty } = options;
  const queue: T[] = [];
  const underWay = new Set<Promise<void>>();
  const begin = (one: T): void => {
    const done = send(one).then(async (wentWell) => {
      if (!wentWell && queue.length > 0) await giveBack(queue.splice(0));
      underWay.delete(done);
      pump();
    });
    underWay.add(done);
  };
  const pump = (): void => {
    while (underWay.size < atOnce) {
      const next = queue.shift();
      if (next === undefined) break;
      if (mayBegin(next)) begin(next);
    }
    if (queue.length === 0) onEmpty();
  };
  return {
    add: (ones) => {
      queue.push(...ones);
      pump();
    },
    waiting: () => queue.length,
    underWay: () => underWay.size,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
