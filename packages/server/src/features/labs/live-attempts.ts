/** Where an attempt stands that this process is grading; what others grade is read from the database. */
export type Live = {
  /** Grows with each thing worth telling. */
  readonly change: number;
  /** How many are before it; null: it runs. */
  readonly before: number | null;
};

/** Where many wait, all of them move with each verdict; telling everybody each time would be most of the work. */
const movesToldEveryMs = 1_000;

/** Attempts in the hands of this process, and who waits for news of them. */
export const makeLiveAttempts = () => {
  const live = new Map<string, Live>();
  const waiting = new Map<string, Set<() => void>>();
  /** Those that have just been told of, and where they have moved since. */
  const moved = new Map<string, Pick<Live, "before"> | null>();

  const tell = (id: string): void => {
    for (const wake of waiting.get(id) ?? []) wake();
  };

  const moveNow = (id: string, before: number | null): void => {
    const known = live.get(id);
    if (known === undefined) return;
    live.set(id, { change: known.change + 1, before });
    tell(id);
    moved.set(id, null);
    setTimeout(() => {
      const since = moved.get(id) ?? null;
      moved.delete(id);
      if (since !== null) moveNow(id, since.before);
    }, movesToldEveryMs).unref();
  };

  return {
    of: (id: string): Live | null => live.get(id) ?? null,
    begin: (id: string, change: number): void => {
      live.set(id, { change, before: null });
    },
    move: (id: string, before: number | null): void => {
      if (moved.has(id)) moved.set(id, { before });
      else moveNow(id, before);
    },
    /** It is settled: the database knows more from here on. */
    end: (id: string): void => {
      live.delete(id);
      tell(id);
    },
    /** Until there is news or the time is over. */
    news: (id: string, timeoutMs: number): Promise<void> =>
      new Promise((resolve) => {
        const mine = waiting.get(id) ?? new Set();
        const wake = () => {
          clearTimeout(timer);
          mine.delete(wake);
          if (mine.size === 0) waiting.delete(id);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        waiting.set(id, mine.add(wake));
      }),
  };
};

export type LiveAttempts = ReturnType<typeof makeLiveAttempts>;
