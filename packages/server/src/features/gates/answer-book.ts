import type { Database } from "../../platform/database.ts";
import { addRepeats, type LastAnswer } from "./store.ts";

/** Equal answers count as one fact for so long. */
export const freshMs = 24 * 3_600_000;

/** What a node remembers; beyond it the oldest is written down and forgotten. */
const answersMax = 100_000;

/**
 * The last recorded answers of this node and how often each was given again, so that a polling pipeline
 * costs no write at all. `flush` adds the counts to the database; a crash loses at most those of a few
 * seconds, never a change of an answer, which is written before it is given.
 */
export type AnswerBook = {
  /** Counts it, too. */
  readonly isRepeat: (gate: string, personId: string, fingerprint: string, now: Date) => boolean;
  readonly remember: (gate: string, personId: string, answer: LastAnswer) => void;
  /** Given again, as the database and not this memory could tell. */
  readonly countRepeat: (gate: string, personId: string) => void;
  /** Takes the counted repeats out, to write them with what follows. */
  readonly takeRepeats: (gate: string, personId: string) => number;
  readonly flush: (db: Database) => Promise<void>;
};

type Counted = { readonly gate: string; readonly personId: string; readonly repeats: number };

const keyOf = (gate: string, personId: string): string => `${personId} ${gate}`;

export const makeAnswerBook = (): AnswerBook => {
  const kept = new Map<string, LastAnswer>();
  const counted = new Map<string, Counted>();
  const add = ({ gate, personId, repeats }: Counted): void => {
    const key = keyOf(gate, personId);
    const known = counted.get(key)?.repeats ?? 0;
    counted.set(key, { gate, personId, repeats: known + repeats });
  };
  return {
    isRepeat: (gate, personId, fingerprint, now) => {
      const last = kept.get(keyOf(gate, personId));
      if (last?.fingerprint !== fingerprint) return false;
      if (now.getTime() - last.recordedAt.getTime() >= freshMs) return false;
      add({ gate, personId, repeats: 1 });
      return true;
    },
    countRepeat: (gate, personId) => add({ gate, personId, repeats: 1 }),
    remember: (gate, personId, answer) => {
      const oldest = kept.size >= answersMax ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(keyOf(gate, personId), answer);
    },
    takeRepeats: (gate, personId) => {
      const key = keyOf(gate, personId);
      const repeats = counted.get(key)?.repeats ?? 0;
      counted.delete(key);
      return repeats;
    },
    flush: async (db) => {
      const batch = [...counted.values()];
      counted.clear();
      if (batch.length === 0) return;
      const written = await addRepeats(db, batch).catch((error: unknown) => {
        // Kept for the next time: the database may be away for a moment.
        for (const one of batch) add(one);
        throw error;
      });
      // Where another node has recorded a different answer since, what is remembered here is no longer the last.
      const newest = new Map(
        written.map((row) => [keyOf(row.gate, row.personId), row.fingerprint]),
      );
      for (const one of batch) {
        const key = keyOf(one.gate, one.personId);
        if (kept.get(key)?.fingerprint !== newest.get(key)) kept.delete(key);
      }
    },
  };
};
