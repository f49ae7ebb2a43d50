import type { Board, BoardEntry, Clock, Move } from "@checkride/rules/labs/board";
import type { PillTone } from "../../../design/pill.tsx";

/** 25 min, 2 h, 3 h 05. */
export const durationText = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? `${hours} h` : `${hours} h ${`${rest}`.padStart(2, "0")}`;
};

export type ClockLook = {
  readonly tone: PillTone;
  readonly glyph: string;
  readonly words: string;
};

/** A clock that has not long to run looks like something that is due. */
const soonMinutes = 30;

export const clockLook = (
  { state, atMinute }: Clock,
  { minute, ended }: Pick<Board, "minute" | "ended">,
): ClockLook => {
  switch (state) {
    case "met":
      return { tone: "current", glyph: "●", words: "done" };
    case "missed":
      return { tone: "lapsed", glyph: "▲", words: "missed" };
    case "running": {
      if (ended) return { tone: "none", glyph: "○", words: "not done" };
      const left = Math.max(0, atMinute - minute);
      const words = `${durationText(left)} left`;
      return left <= soonMinutes
        ? { tone: "due", glyph: "◔", words }
        : { tone: "none", glyph: "○", words };
    }
  }
};

export type MoveGroup = { readonly title: string; readonly moves: readonly Move[] };

/** In the order in which the groups first come up. */
export const groupMoves = (moves: readonly Move[]): readonly MoveGroup[] =>
  [...new Set(moves.map(({ group }) => group))].map((title) => ({
    title,
    moves: moves.filter(({ group }) => group === title),
  }));

/**
 * What came of the last move, and what else came meanwhile; before the first move: all there is. Of one's own one knows
 * which it was; a partner's is news too.
 */
export const newestEntries = (entries: readonly BoardEntry[]): readonly BoardEntry[] => {
  const last = entries.findLastIndex(({ kind }) => kind === "move");
  return entries.slice(entries[last]?.from === "You" ? last + 1 : Math.max(last, 0));
};

export type Found = { readonly text: string; readonly count: number };

/** The lines that hold some words, whatever their case; no words: all of it. */
export const linesWith = (text: string, words: string): Found => {
  const wanted = words.trim().toLowerCase();
  const lines = text.split("\n");
  if (wanted === "") return { text, count: lines.length };
  const found = lines.filter((line) => line.toLowerCase().includes(wanted));
  return { text: found.join("\n"), count: found.length };
};

export const foundText = (words: string, { count }: Found): string => {
  if (words.trim() === "") return "";
  return count === 1 ? "1 line holds it." : `${count} lines hold it.`;
};
