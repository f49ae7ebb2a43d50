import type { HappeningHub } from "./happening-hub.ts";
import type { HappeningRow } from "./happening-store.ts";
import { happeningOf } from "./message.ts";

export type StreamAsk = {
  /** The first to be told is the next behind this place. */
  readonly after: number;
  readonly seesPeople: boolean;
  readonly quietMs?: number;
  readonly lifeMs?: number;
};

/** A proxy in between ends connections on which nothing moves for half a minute or so. */
const sayNothingMs = 15_000;
/** Whoever listens comes back on their own, and their right to is looked at again. */
const listenMs = 5 * 60_000;
const comeBackMs = 2_000;

/** HTML Living Standard, "Server-sent events". JSON has no line breaks, so the data is one line. */
const eventOf = (row: HappeningRow, seesPeople: boolean): string => {
  const { seq, ...told } = happeningOf(row, seesPeople);
  return `id: ${seq}\nevent: ${told.type}\ndata: ${JSON.stringify(told)}\n\n`;
};

/**
 * Reads on only as fast as the listener does: what they do not take stays in the database. Nothing is done before
 * the first read of it.
 */
export const happeningStream = (hub: HappeningHub, ask: StreamAsk): ReadableStream<Uint8Array> => {
  const { seesPeople, quietMs = sayNothingMs, lifeMs = listenMs } = ask;
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, hub.ended, AbortSignal.timeout(lifeMs)]);
  let after = ask.after;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(`retry: ${comeBackMs}\n\n`)),
      pull: async (controller) => {
        const rows = await hub.next(after, { signal, quietMs });
        if (gone.signal.aborted) return;
        if (signal.aborted) {
          controller.close();
          return;
        }
        after = rows.at(-1)?.seq ?? after;
        const events = rows.map((row) => eventOf(row, seesPeople)).join("");
        controller.enqueue(encoder.encode(events === "" ? ": nothing new\n\n" : events));
      },
      cancel: () => gone.abort(),
    },
    { highWaterMark: 0 },
  );
};
