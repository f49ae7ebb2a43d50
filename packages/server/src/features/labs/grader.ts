import type { Lease, Waiting } from "./attempt-store.ts";
import { labOf } from "./find-lab.ts";
import { type GraderParts, gradeAttempt } from "./grade-attempt.ts";
import type { PlayableLab } from "./lab-book.ts";
import { claimLeft, releaseAll, renewAll } from "./lease-store.ts";
import { type LiveAttempts, makeLiveAttempts } from "./live-attempts.ts";

export type Grader = {
  readonly live: Pick<LiveAttempts, "of" | "news">;
  readonly lease: (now: Date) => Lease;
  /** Comes to its end when the attempt is settled, whatever came of it. */
  readonly grade: (
    attempt: Waiting,
    lab: PlayableLab | Promise<PlayableLab | null>,
  ) => Promise<void>;
  /** Takes up what a process left that is gone, and says what it took. */
  readonly takeUp: () => Promise<readonly string[]>;
  /** What is not settled is left to whoever comes next. */
  readonly close: () => Promise<void>;
};

const leaseMs = 20_000;
const takenAtOnce = 20;

export const makeGrader = (parts: GraderParts): Grader => {
  const { db, clock, processId } = parts;
  const live = makeLiveAttempts();
  const inHand = new Set<string>();
  let isClosed = false;

  const grade: Grader["grade"] = async (attempt, lab) => {
    inHand.add(attempt.id);
    await gradeAttempt(parts, { live, isClosed: () => isClosed }, attempt, lab);
    inHand.delete(attempt.id);
  };

  const lease = (now: Date): Lease => ({
    by: processId,
    until: new Date(now.getTime() + leaseMs),
  });

  return {
    live,
    lease,
    grade,
    takeUp: async () => {
      if (isClosed) return [];
      const now = clock();
      await renewAll(db, [...inHand], lease(now));
      const left = await claimLeft(db, lease(now), now, takenAtOnce);
      for (const attempt of left) void grade(attempt, labOf(db, parts, attempt));
      return left.map(({ id }) => id);
    },
    close: async () => {
      isClosed = true;
      await releaseAll(db, processId, clock());
    },
  };
};
