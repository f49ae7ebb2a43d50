import type { Paint } from "./paint.ts";

/** The first column to the left, numbers to the right. */
export const tableLines = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string[] => {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? "";
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [paint("dim", `  ${line(head)}`), ...rows.map((row) => `  ${line(row)}`)];
};
