type Waiting<Q, A> = {
  readonly ask: Q;
  readonly key: string;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

export type GatherWrites<Q, A> = {
  /** All or nothing; one answer for each, in their order. */
  readonly write: (asks: readonly Q[]) => Promise<readonly A[]>;
  /** What it writes to: of those with the same key the second waits for the first. */
  readonly keyOf: (ask: Q) => string;
};

/** So many are written together at most, and so many such writes run at the same time. */
const asksMax = 100;
const writesMax = 2;

/**
 * Writes that come while others are being written are put to the database together: one commit for all of
 * them. Each is answered once it is stored. Where a common write fails, each is tried alone, so that nobody
 * fails because of somebody else.
 */
export const gatherWrites = <Q, A>({ write, keyOf }: GatherWrites<Q, A>) => {
  let waiting: readonly Waiting<Q, A>[] = [];
  const busy = new Set<string>();
  let running = 0;

  const takeSome = (): readonly Waiting<Q, A>[] => {
    const taken: Waiting<Q, A>[] = [];
    const left: Waiting<Q, A>[] = [];
    for (const one of waiting) {
      const isFree = taken.length < asksMax && !busy.has(one.key);
      if (isFree) busy.add(one.key);
      (isFree ? taken : left).push(one);
    }
    waiting = left;
    return taken;
  };

  const writeAlone = async (one: Waiting<Q, A>): Promise<void> => {
    try {
      const [answer] = await write([one.ask]);
      if (answer === undefined) throw new Error("a write was not answered");
      one.resolve(answer);
    } catch (error) {
      one.reject(error);
    }
  };

  const writeAll = async (batch: readonly Waiting<Q, A>[]): Promise<void> => {
    try {
      const answers = await write(batch.map(({ ask }) => ask));
      for (const [index, one] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) one.reject(new Error("a write was not answered"));
        else one.resolve(answer);
      }
    } catch (error) {
      if (batch.length === 1) for (const one of batch) one.reject(error);
      else for (const one of batch) await writeAlone(one);
    }
  };

  const next = async (): Promise<void> => {
    if (running >= writesMax || waiting.length === 0) return;
    const batch = takeSome();
    if (batch.length === 0) return;
    running += 1;
    await writeAll(batch);
    running -= 1;
    for (const { key } of batch) busy.delete(key);
    void next();
  };

  return (ask: Q): Promise<A> =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { ask, key: keyOf(ask), resolve, reject }];
      // Whatever arrives in the same turn of the event loop goes along.
      queueMicrotask(() => void next());
    });
};
