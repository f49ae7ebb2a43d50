import type { Database } from "../../platform/database.ts";
import type { Log } from "../../platform/log.ts";
import { type HappeningRow, readAfter } from "./happening-store.ts";

export type HappeningHub = {
  /** What lies behind a place, as soon as there is something; nothing, when the signal came or it was quiet for so long. */
  readonly next: (
    seq: number,
    until: { readonly signal: AbortSignal; readonly quietMs: number },
  ) => Promise<readonly HappeningRow[]>;
  /** Comes when this process stops. */
  readonly ended: AbortSignal;
  readonly close: () => void;
};

type HubOptions = {
  readonly db: Database;
  readonly log: Log;
  readonly pauseMs?: number;
};

const batch = 200;
const keptMax = 500;

/**
 * One look at the database for everybody who listens to this process: what is new is handed to all of them. Who is
 * further behind than what is remembered here reads for themselves. Nobody listens: nobody looks.
 */
export const makeHappeningHub = ({ db, log, pauseMs = 500 }: HubOptions): HappeningHub => {
  const ending = new AbortController();
  const waiting = new Set<() => void>();
  let recent: readonly HappeningRow[] = [];
  let isLooking = false;

  const behind = async (seq: number): Promise<readonly HappeningRow[]> => {
    const [first] = recent;
    return first !== undefined && seq >= first.seq - 1
      ? recent.filter((row) => row.seq > seq)
      : readAfter(db, seq, batch);
  };

  /** From the first one who waits until nobody does; what was remembered would have a gap after that. */
  const look = async (from: number): Promise<void> => {
    const last = recent.at(-1)?.seq ?? from;
    const rows = await readAfter(db, last, keptMax).catch((error: unknown) => {
      log.debug({ err: error }, "what happened could not be read; trying again");
      return [];
    });
    recent = [...recent, ...rows].slice(-keptMax);
    if (rows.length > 0) for (const wake of [...waiting]) wake();
    if (waiting.size === 0 || ending.signal.aborted) {
      isLooking = false;
      recent = [];
      return;
    }
    setTimeout(() => void look(last), pauseMs).unref();
  };

  /** Ends when there is news, when the signal comes, or when it was quiet for so long. */
  const wait = (signal: AbortSignal, quietMs: number) => {
    let wake = (): void => undefined;
    const news = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timer = setTimeout(wake, quietMs);
    waiting.add(wake);
    signal.addEventListener("abort", wake, { once: true });
    const leave = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      signal.removeEventListener("abort", wake);
    };
    return { news, leave };
  };

  const beginLooking = (from: number): void => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(() => void look(from), pauseMs).unref();
  };

  return {
    next: async (seq, { signal, quietMs }) => {
      if (signal.aborted) return [];
      // Waits before it looks, so that nothing can come between the two.
      const { news, leave } = wait(signal, quietMs);
      beginLooking(seq);
      try {
        const known = await behind(seq);
        if (known.length > 0) return known;
        await news;
        return signal.aborted ? [] : await behind(seq);
      } finally {
        leave();
      }
    },
    ended: ending.signal,
    close: () => ending.abort(),
  };
};
