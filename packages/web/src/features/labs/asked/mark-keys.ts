const pageRows = 10;

const rowOf = (rows: readonly number[], at: number): { row: number; first: number } => {
  let first = 0;
  for (const [row, count] of rows.entries()) {
    if (at < first + count) return { row, first };
    first += count;
  }
  return { row: 0, first: 0 };
};

const firstOf = (rows: readonly number[], row: number): number =>
  rows.slice(0, row).reduce((sum, count) => sum + count, 0);

/** The same place so many rows further, or the end of one that is shorter. */
const inRow = (rows: readonly number[], at: number, by: number): number => {
  const { row, first } = rowOf(rows, at);
  const to = Math.max(0, Math.min(rows.length - 1, row + by));
  return firstOf(rows, to) + Math.min(at - first, (rows[to] ?? 1) - 1);
};

/** Where an arrow key leads from the option `at`; `rows` has the number of options of each line. Null: no such key. */
export const optionAfterKey = (rows: readonly number[], at: number, key: string): number | null => {
  const { row, first } = rowOf(rows, at);
  switch (key) {
    case "ArrowRight":
      return Math.min(at + 1, firstOf(rows, rows.length) - 1);
    case "ArrowLeft":
      return Math.max(at - 1, 0);
    case "ArrowDown":
      return inRow(rows, at, 1);
    case "ArrowUp":
      return inRow(rows, at, -1);
    case "PageDown":
      return inRow(rows, at, pageRows);
    case "PageUp":
      return inRow(rows, at, -pageRows);
    case "Home":
      return first;
    case "End":
      return first + (rows[row] ?? 1) - 1;
    default:
      return null;
  }
};
