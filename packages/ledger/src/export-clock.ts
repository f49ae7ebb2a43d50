import { timeMs } from "./entry.ts";

/** Times that go back are no fault: clocks are set, and rows are sealed in the order they arrive. */
export type Clock = {
  latest: string;
  count: number;
  first: { readonly row: number; readonly line: number; readonly text: string } | null;
  largestMs: number;
};

export const startClock = (): Clock => ({ latest: "", count: 0, first: null, largestMs: 0 });

export function readClock(clock: Clock, at: string, row: number, line: number): void {
  // Checked ISO times in UTC with milliseconds sort as text.
  if (at >= clock.latest) {
    clock.latest = at;
    return;
  }
  clock.count++;
  clock.first ??= { row, line, text: `${at} after ${clock.latest}` };
  const backMs = (timeMs(clock.latest) ?? 0) - (timeMs(at) ?? 0);
  clock.largestMs = Math.max(clock.largestMs, backMs);
}

export function clockNote({ count, first, largestMs }: Clock): string | null {
  if (first === null) return null;
  const { row, line, text } = first;
  return `${count} rows are earlier than a row before them, first row ${row} (line ${line}): ${text}; by ${largestMs / 1000} s at most`;
}
