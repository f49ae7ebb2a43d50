import { setTimeout as delay } from "node:timers/promises";
import { isDatabaseAway } from "../http/database-away.ts";
import type { Log } from "../log.ts";

export type Repeating = {
  /** Begins the next run at once instead of after the pause. */
  readonly wake: () => void;
  /** Lets a run that has begun come to its end, but waits for it no longer than `limitMs`. */
  readonly stop: (limitMs?: number) => Promise<void>;
};

export type RepeatOptions = {
  readonly name: string;
  readonly pauseMs: number;
  readonly log: Log;
  /** True: there is more to do, go on without a pause. */
  readonly run: (signal: AbortSignal) => Promise<boolean>;
};

const longestPauseMs = 5_000;

/**
 * Runs again and again, one run at a time. After a fault it goes on with growing pauses, so that a database
 * that was away is found again within seconds; a fault is logged when it begins and when it ends.
 */
export const repeat = ({ name, pauseMs, log, run }: RepeatOptions): Repeating => {
  const ending = new AbortController();
  let waking = new AbortController();
  let failures = 0;
  let woken = false;
  const pause = async (lengthMs: number): Promise<void> => {
    waking = new AbortController();
    if (woken) waking.abort();
    woken = false;
    const signal = AbortSignal.any([waking.signal, ending.signal]);
    await delay(lengthMs, undefined, { signal }).catch(() => undefined);
  };
  const step = async (): Promise<void> => {
    try {
      const more = await run(ending.signal);
      if (failures > 0) log.info({ loop: name }, "works again");
      failures = 0;
      if (!more) await pause(pauseMs);
    } catch (error) {
      if (failures === 0) logFault(log, name, error);
      failures += 1;
      await pause(Math.min(longestPauseMs, pauseMs * 2 ** Math.min(failures, 10)));
    }
  };
  const ended = (async () => {
    // The caller first gets hold of the loop that its run may want to wake.
    await null;
    while (!ending.signal.aborted) await step();
  })();
  return {
    wake: () => {
      woken = true;
      waking.abort();
    },
    stop: async (limitMs = 10_000) => {
      ending.abort();
      await Promise.race([ended, delay(limitMs, undefined, { ref: false })]);
    },
  };
};

const logFault = (log: Log, name: string, error: unknown): void =>
  isDatabaseAway(error)
    ? log.warn({ loop: name }, "the database is away; trying again")
    : log.error({ loop: name, err: error }, "failed; trying again");
