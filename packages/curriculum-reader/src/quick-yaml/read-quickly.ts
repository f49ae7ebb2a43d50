import { readBlockText } from "./block-text.ts";
import { readFlow } from "./flow.ts";

import { beginsPlain, plainValue, readQuoted, unusual } from "./scalar.ts";

/**
 * The YAML that authors mostly write, read some twenty times as fast as a whole parser does. Whatever is not plainly
 * of this kind is left to that parser: other syntax, and every mistake. A test holds the two against each other.
 */
export const readQuickly = (text: string): { readonly data: unknown } | null => {
  if (!text.endsWith("\n") || /[^\n -~\u00A1-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/.test(text)) {
    return null;
  }
  const rows = text.split("\n");
  const cursor: Cursor = { text, rows, starts: startsOf(rows), row: 0, column: 0 };
  if (!toContent(cursor)) return null;
  const data = readNode(cursor, -1, 0);
  return data === unusual || toContent(cursor) ? null : { data };
};

type Cursor = {
  readonly text: string;
  readonly rows: readonly string[];
  /** Where each row begins in the text. */
  readonly starts: readonly number[];
  row: number;
  column: number;
};

const deepest = 40;

const startsOf = (rows: readonly string[]): readonly number[] => {
  let at = 0;
  return rows.map((row) => {
    const start = at;
    at += row.length + 1;
    return start;
  });
};

/** The next row that holds something; false: there is none. */
const toContent = (cursor: Cursor): boolean => {
  for (; cursor.row < cursor.rows.length; cursor.row++) {
    const row = cursor.rows[cursor.row] ?? "";
    const column = row.length - row.trimStart().length;
    if (column < row.length && row[column] !== "#") {
      cursor.column = column;
      return true;
    }
  }
  return false;
};

/** What begins at the cursor and stands further in than `parent`. */
const readNode = (cursor: Cursor, parent: number, depth: number): unknown => {
  const { column } = cursor;
  if (column <= parent || depth > deepest) return unusual;
  const rest = (cursor.rows[cursor.row] ?? "").slice(column);
  if (/^(?:---|\.\.\.)/.test(rest)) return unusual;
  if (rest.startsWith("- ")) return readList(cursor, column, depth);
  return keyOf(rest) === null ? readValue(cursor, parent, depth) : readMap(cursor, column, depth);
};

const readList = (cursor: Cursor, column: number, depth: number): unknown => {
  const items: unknown[] = [];
  for (;;) {
    const row = cursor.rows[cursor.row] ?? "";
    const gap = row.slice(column + 1).search(/[^ ]/);
    if (gap === -1) return unusual;
    cursor.column = column + 1 + gap;
    const item = readNode(cursor, column, depth + 1);
    if (item === unusual) return unusual;
    items.push(item);
    if (!toContent(cursor) || cursor.column < column) return items;
    const next = (cursor.rows[cursor.row] ?? "").slice(cursor.column);
    // A list below its key may stand as far in as the key.
    if (cursor.column === column && !next.startsWith("- ")) return items;
    if (cursor.column !== column) return unusual;
  }
};

const plainKey = /^([A-Za-z_][A-Za-z0-9_./-]*):(?= |$)/;
const keywords = /^(?:null|true|false)$/i;

const keyOf = (rest: string): string | null => {
  const key = plainKey.exec(rest)?.[1] ?? null;
  return key === null || keywords.test(key) ? null : key;
};

const readMap = (cursor: Cursor, column: number, depth: number): unknown => {
  const map: Record<string, unknown> = {};
  for (;;) {
    const row = cursor.rows[cursor.row] ?? "";
    const key = keyOf(row.slice(column));
    if (key === null || key === "__proto__" || Object.hasOwn(map, key)) return unusual;
    const value = readEntry(cursor, column, column + key.length + 1, depth);
    if (value === unusual) return unusual;
    map[key] = value;
    if (!toContent(cursor) || cursor.column < column) return map;
    if (cursor.column !== column) return unusual;
  }
};

/** What stands behind `key:`, or below it. */
const readEntry = (cursor: Cursor, column: number, behind: number, depth: number): unknown => {
  const row = cursor.rows[cursor.row] ?? "";
  const gap = row.slice(behind).search(/[^ ]/);
  if (gap !== -1 && row[behind + gap] !== "#") {
    cursor.column = behind + gap;
    return row.startsWith("- ", cursor.column) ? unusual : readValue(cursor, column, depth);
  }
  cursor.row += 1;
  if (!toContent(cursor) || cursor.column < column) return null;
  const isList = (cursor.rows[cursor.row] ?? "").startsWith("- ", cursor.column);
  if (cursor.column === column && !isList) return null;
  return readNode(cursor, isList ? column - 1 : column, depth + 1);
};

/** A single value at the cursor, to the end of its row or rows. */
const readValue = (cursor: Cursor, parent: number, depth: number): unknown => {
  const { text, rows, starts, row, column } = cursor;
  const at = (starts[row] ?? 0) + column;
  switch (text[at]) {
    case "|":
    case ">": {
      const read = readBlockText(rows, row + 1, parent, (rows[row] ?? "").slice(column).trimEnd());
      if (read === unusual) return unusual;
      cursor.row = read.next;
      return read.value;
    }
    case "[":
    case "{": {
      const flow = { text, at, indent: parent };
      const value = readFlow(flow, depth);
      return value === unusual ? unusual : endAt(cursor, flow.at, value, parent);
    }
    case "'":
    case '"': {
      const quoted = readQuoted(text, at);
      return quoted === unusual ? unusual : endAt(cursor, quoted.end, quoted.value, parent);
    }
    default:
      return readPlain(cursor, parent);
  }
};

const readPlain = (cursor: Cursor, parent: number): unknown => {
  const row = cursor.rows[cursor.row] ?? "";
  if (!beginsPlain(row, cursor.column)) return unusual;
  const comment = row.indexOf(" #", cursor.column);
  const end = comment === -1 ? row.length : comment;
  const word = row.slice(cursor.column, end).trimEnd();
  if (/:(?: |$)/.test(word)) return unusual;
  return endAt(cursor, (cursor.starts[cursor.row] ?? 0) + end, plainValue(word), parent);
};

/** Behind a value only a comment may follow, and nothing below may continue it. */
const endAt = (cursor: Cursor, end: number, value: unknown, parent: number): unknown => {
  const stop = cursor.text.indexOf("\n", end);
  if (!/^(?: *| +#.*)$/.test(cursor.text.slice(end, stop))) return unusual;
  while ((cursor.starts[cursor.row + 1] ?? Number.POSITIVE_INFINITY) <= stop) cursor.row += 1;
  cursor.row += 1;
  const next: Cursor = { ...cursor };
  if (toContent(next) && next.column > parent) return unusual;
  return value;
};
