/** Reads one thing by its key; undefined: there is none. */
export type ReadOne<V> = (key: string) => Promise<V | undefined>;

type Waiting<V> = {
  readonly resolve: (value: V | undefined) => void;
  readonly reject: (error: unknown) => void;
};

/** So many are read together at most, and so many such reads run at the same time. */
const keysMax = 200;
const readsMax = 2;

/**
 * Questions that come while others are being answered are put to the database together. A single question
 * goes at once; under load a hundred cost little more than one. An answer is never older than its question:
 * each read begins after everything that it answers was asked.
 */
export const gather = <V>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): ReadOne<V> => {
  let waiting = new Map<string, Waiting<V>[]>();
  let running = 0;
  const takeSome = (): ReadonlyMap<string, Waiting<V>[]> => {
    const some = new Map([...waiting].slice(0, keysMax));
    waiting = new Map([...waiting].slice(keysMax));
    return some;
  };
  const next = async (): Promise<void> => {
    if (running >= readsMax || waiting.size === 0) return;
    const batch = takeSome();
    running += 1;
    try {
      const found = await read([...batch.keys()]);
      for (const [key, all] of batch) for (const one of all) one.resolve(found.get(key));
    } catch (error) {
      for (const all of batch.values()) for (const one of all) one.reject(error);
    } finally {
      running -= 1;
      void next();
    }
  };
  return (key) =>
    new Promise((resolve, reject) => {
      const others = waiting.get(key) ?? [];
      waiting.set(key, [...others, { resolve, reject }]);
      // Whatever arrives in the same turn of the event loop goes along.
      queueMicrotask(() => void next());
    });
};
