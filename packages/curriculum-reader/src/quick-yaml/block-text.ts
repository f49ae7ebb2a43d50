import type { Unusual } from "./scalar.ts";
import { unusual } from "./scalar.ts";

export type BlockText = { readonly value: string; readonly next: number };

/** The text below `|`, `|-`, `>` or `>-`; `parent` is how far in the line with that sign stands. */
export const readBlockText = (
  rows: readonly string[],
  first: number,
  parent: number,
  header: string,
): BlockText | Unusual => {
  if (!/^[|>]-?$/.test(header)) return unusual;
  const begin = rows.findIndex((row, at) => at >= first && row.trim() !== "");
  const indent = begin === -1 ? 0 : indentOf(rows[begin] ?? "");
  if (begin !== first || indent <= parent) return unusual;
  const lines: string[] = [];
  let next = first;
  for (; next < rows.length; next++) {
    const row = rows[next] ?? "";
    if (row.trim() === "") {
      if (row.length > indent) return unusual;
      lines.push("");
    } else {
      if (indentOf(row) < indent) break;
      lines.push(row.slice(indent));
    }
  }
  if (next < rows.length && indentOf(rows[next] ?? "") > parent) return unusual;
  while (lines.at(-1) === "") lines.pop();
  const body = header.startsWith("|") ? lines.join("\n") : folded(lines);
  if (body === unusual) return unusual;
  return { value: header.endsWith("-") ? body : `${body}\n`, next };
};

const indentOf = (row: string): number => row.length - row.trimStart().length;

/** Lines become one, an empty line a break. Lines that stand further in are kept as they are: not here. */
const folded = (lines: readonly string[]): string | Unusual => {
  let text = "";
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    if (/^\s/.test(line)) return unusual;
    if (line === "") breaks += 1;
    else {
      text += index === 0 ? line : `${breaks === 0 ? " " : "\n".repeat(breaks)}${line}`;
      breaks = 0;
    }
  }
  return text;
};
