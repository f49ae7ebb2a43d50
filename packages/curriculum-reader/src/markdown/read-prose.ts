import type { Prose, ProseBlock, Rich } from "@checkride/rules/prose";
import type { Token } from "./parse.ts";
import { parseBlocks } from "./parse.ts";
import type { Lines, Reading } from "./read-line.ts";
import { inlineOf } from "./read-line.ts";

/** Markdown of several blocks, as it stands in YAML or in a document. */
export const readProse = (text: string, reading: Reading): Prose =>
  proseOf(parseBlocks(text), reading);

export const proseOf = (tokens: readonly Token[], reading: Reading): Prose =>
  readUntil({ tokens, at: 0 }, null, reading);

type Cursor = { readonly tokens: readonly Token[]; at: number };

const readUntil = (cursor: Cursor, end: string | null, reading: Reading): Prose => {
  const blocks: ProseBlock[] = [];
  for (let token = next(cursor); token !== null && token.type !== end; token = next(cursor)) {
    const block = readBlock(token, cursor, reading);
    if (block !== null) blocks.push(block);
  }
  return blocks;
};

const next = (cursor: Cursor): Token | null => {
  const token = cursor.tokens[cursor.at] ?? null;
  cursor.at += 1;
  return token;
};

const readBlock = (token: Token, cursor: Cursor, reading: Reading): ProseBlock | null => {
  switch (token.type) {
    case "paragraph_open":
      return { kind: "paragraph", text: readText(cursor, "paragraph_close", reading) };
    case "heading_open":
      return readHeading(token, cursor, reading);
    case "bullet_list_open":
    case "ordered_list_open": {
      const ordered = token.type === "ordered_list_open";
      const start = Number(token.attrGet("start") ?? 1);
      const items = readItems(cursor, reading);
      return { kind: "list", ordered, ...(start === 1 ? {} : { start }), items };
    }
    case "blockquote_open":
      return { kind: "quote", blocks: readUntil(cursor, "blockquote_close", reading) };
    case "fence":
    case "code_block":
      return readCode(token, reading);
    case "table_open":
      return readTable(cursor, reading);
    default:
      refuse(token, reading);
      return null;
  }
};

const readText = (cursor: Cursor, end: string, reading: Reading): Rich => {
  const found: Rich[number][] = [];
  for (let token = next(cursor); token !== null && token.type !== end; token = next(cursor)) {
    found.push(...inlineOf(token.children ?? [], reading, token.map));
  }
  return found;
};

const readHeading = (token: Token, cursor: Cursor, reading: Reading): ProseBlock | null => {
  const written = Number(token.tag.slice(1));
  const level = (reading.headingLevel ?? belowSteps)(written);
  const text = readText(cursor, "heading_close", reading);
  if (level !== null) return { kind: "heading", level, text };
  reading.report(
    reading.placeOf("#", token.map),
    `a heading of level ${written} cannot stand here`,
    {
      cure: "inside a step or section use ### or ####",
    },
  );
  return null;
};

const belowSteps = (level: number): 3 | 4 | null => (level === 3 || level === 4 ? level : null);

const readItems = (cursor: Cursor, reading: Reading): readonly Prose[] => {
  const items: Prose[] = [];
  for (let token = next(cursor); token?.type === "list_item_open"; token = next(cursor)) {
    items.push(readUntil(cursor, "list_item_close", reading));
  }
  return items;
};

/** Fences that mean something elsewhere would be shown as raw YAML inside a list or quote. */
export const blockWords = [
  "choose",
  "sort",
  "match",
  "order",
  "spot",
  "config",
  "slider",
  "predict",
  "run",
  "write",
  "lab",
  "case",
  "document",
  "draw",
] as const;

const readCode = (token: Token, reading: Reading): ProseBlock => {
  const language = token.info.trim();
  if (blockWords.some((word) => word === language)) {
    reading.report(
      reading.placeOf(language, token.map),
      `a \`${language}\` block cannot stand here`,
      {
        cure: "begin its fence at the margin of a step",
      },
    );
  }
  return { kind: "code", language: language || "text", text: token.content.replace(/\n$/, "") };
};

const readTable = (cursor: Cursor, reading: Reading): ProseBlock => {
  const rows: Rich[][] = [];
  for (
    let token = next(cursor);
    token !== null && token.type !== "table_close";
    token = next(cursor)
  ) {
    if (token.type === "tr_open") rows.push(readRow(cursor, reading, token.map));
  }
  const [head = [], ...rest] = rows;
  return { kind: "table", head, rows: rest };
};

const readRow = (cursor: Cursor, reading: Reading, lines: Lines): Rich[] => {
  const cells: Rich[] = [];
  for (
    let token = next(cursor);
    token !== null && token.type !== "tr_close";
    token = next(cursor)
  ) {
    if (token.type === "inline") cells.push(inlineOf(token.children ?? [], reading, lines));
  }
  return cells;
};

const refuse = (token: Token, { placeOf, report }: Reading): void => {
  const words = token.content.trim().split("\n")[0] ?? "";
  if (token.type === "html_block") {
    report(placeOf(words, token.map), `HTML is not shown: \`${words.slice(0, 60)}\``, {
      cure: "put code into backticks, or write it as Markdown",
    });
  } else if (token.nesting >= 0) {
    report(placeOf(words, token.map), `this Markdown is not understood here (${token.type})`, {
      cure: "use text, code, emphasis, links, lists, tables, quotes and code blocks",
    });
  }
};
