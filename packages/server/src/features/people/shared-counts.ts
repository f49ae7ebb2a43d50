import type { Database } from "../../platform/database.ts";
import { countPeopleByTeam, type PeopleCounts } from "./count-people.ts";

/** From so many people on, counting is work that is worth sharing. */
const manyPeople = 5000;
const keptMs = 15_000;

/**
 * Counts of a large organisation may be some seconds old, and whoever asks while they are being counted
 * gets the same answer: however many look at them, they are counted four times a minute at most.
 */
export const makeSharedCounts = () => {
  let kept: { readonly counts: PeopleCounts; readonly at: number } | null = null;
  let running: Promise<PeopleCounts> | null = null;
  const count = async (db: Database, now: Date): Promise<PeopleCounts> => {
    const counts = await countPeopleByTeam(db);
    kept = counts.people >= manyPeople ? { counts, at: now.getTime() } : null;
    return counts;
  };
  return (db: Database, now: Date): Promise<PeopleCounts> => {
    if (kept && Math.abs(now.getTime() - kept.at) < keptMs) return Promise.resolve(kept.counts);
    running ??= count(db, now).finally(() => {
      running = null;
    });
    return running;
  };
};
