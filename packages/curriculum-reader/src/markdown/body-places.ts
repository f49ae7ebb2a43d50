import type { Place } from "../fault.ts";
import type { Lines } from "./read-line.ts";

/** Finds words in the lines of a text that begins at some line of its file. */
export const bodyPlaces = (body: string, firstLine: number) => {
  const rows = body.split("\n");
  return (words: string, lines: Lines): Place => {
    const [from, to] = lines ?? [0, rows.length];
    const needle = words.split("\n")[0] ?? "";
    for (let row = from; row < Math.max(to, from + 1); row++) {
      const column = needle === "" ? -1 : (rows[row] ?? "").indexOf(needle);
      if (column !== -1) return onLine(firstLine + row, column + 1, needle.length);
    }
    const text = rows[from] ?? "";
    const start = text.search(/\S/);
    return onLine(firstLine + from, Math.max(0, start) + 1, text.trim().length);
  };
};

const onLine = (line: number, column: number, length: number): Place => ({
  line,
  column,
  endLine: line,
  endColumn: column + Math.max(1, length),
});
