import type { Unusual } from "./scalar.ts";
import { beginsPlain, plainValue, readQuoted, unusual } from "./scalar.ts";

export type FlowCursor = {
  readonly text: string;
  at: number;
  /** Lines inside brackets must stand further in than this. */
  readonly indent: number;
};

const deepest = 40;

/** `[…]` and `{…}`, over several lines too. */
export const readFlow = (cursor: FlowCursor, depth = 0): unknown => {
  if (depth > deepest) return unusual;
  switch (cursor.text[cursor.at]) {
    case "[":
      return readList(cursor, depth);
    case "{":
      return readMap(cursor, depth);
    case "'":
    case '"': {
      const quoted = readQuoted(cursor.text, cursor.at);
      if (quoted === unusual) return unusual;
      cursor.at = quoted.end;
      return quoted.value;
    }
    default:
      return readWord(cursor);
  }
};

const readList = (cursor: FlowCursor, depth: number): unknown => {
  const items: unknown[] = [];
  cursor.at += 1;
  for (;;) {
    if (!skipSpace(cursor)) return unusual;
    if (take(cursor, "]")) return items;
    const item = readFlow(cursor, depth + 1);
    if (item === unusual || !skipSpace(cursor)) return unusual;
    items.push(item);
    if (take(cursor, "]")) return items;
    if (!take(cursor, ",")) return unusual;
  }
};

const readMap = (cursor: FlowCursor, depth: number): unknown => {
  const map: Record<string, unknown> = {};
  cursor.at += 1;
  for (;;) {
    if (!skipSpace(cursor)) return unusual;
    if (take(cursor, "}")) return map;
    const key = readKey(cursor);
    if (key === unusual || key === "__proto__" || Object.hasOwn(map, key)) return unusual;
    if (!skipSpace(cursor)) return unusual;
    const value = readFlow(cursor, depth + 1);
    if (value === unusual || !skipSpace(cursor)) return unusual;
    map[key] = value;
    if (take(cursor, "}")) return map;
    if (!take(cursor, ",")) return unusual;
  }
};

const plainKey = /([A-Za-z_][A-Za-z0-9_./-]*): /y;
const keywords = /^(?:null|true|false)$/i;

const readKey = (cursor: FlowCursor): string | Unusual => {
  const { text, at } = cursor;
  if (text[at] === '"' || text[at] === "'") {
    const quoted = readQuoted(text, at);
    if (quoted === unusual || text[quoted.end] !== ":") return unusual;
    cursor.at = quoted.end + 1;
    return quoted.value;
  }
  plainKey.lastIndex = at;
  const match = plainKey.exec(text);
  const key = match?.[1];
  if (key === undefined || keywords.test(key)) return unusual;
  cursor.at = plainKey.lastIndex;
  return key;
};

/** Ends before what ends it in a flow; `: ` and ` #` in it would mean something else. */
const word = /[^,[\]{}\n\t]*/y;

const readWord = (cursor: FlowCursor): unknown => {
  if (!beginsPlain(cursor.text, cursor.at)) return unusual;
  word.lastIndex = cursor.at;
  const written = (word.exec(cursor.text)?.[0] ?? "").trimEnd();
  const end = cursor.at + written.length;
  if (written === "" || / #|:(?: |$)/.test(written)) return unusual;
  cursor.at = end;
  return plainValue(written);
};

/** False where something stands there that is not understood. */
const skipSpace = (cursor: FlowCursor): boolean => {
  const { text, indent } = cursor;
  while (cursor.at < text.length) {
    const sign = text[cursor.at];
    if (sign === "\n") {
      let next = cursor.at + 1;
      while (text[next] === " ") next += 1;
      const isBlank = text[next] === "\n";
      if (!isBlank && next - cursor.at - 1 <= indent) return false;
      cursor.at = next;
    } else if (sign === " ") {
      cursor.at += 1;
    } else {
      return sign !== "#" && sign !== "\t";
    }
  }
  return false;
};

const take = (cursor: FlowCursor, sign: string): boolean => {
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
};
