import { askModel } from "./model.ts";
import { RULES } from "./rules.ts";

export type Summary = { ok: true; summary: string; words: number } | { ok: false; reason: string };

/** The first name that the document does not contain: it was written before the name was chosen. */
const freeName = (document: string): string => {
  let number = 0;
  while (document.includes(`text-${number}`)) number += 1;
  return `text-${number}`;
};

const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const rows = (text: string, size: number): string[] => {
  const all = tokens(text);
  return all.map((_, at) => all.slice(at, at + size).join(" ")).slice(0, Math.max(0, all.length - size + 1));
};

const rowsOfRules = new Set(rows(RULES, 8));

const parse = (answer: string): { summary?: unknown; words?: unknown } => {
  try {
    return Object(JSON.parse(answer));
  } catch {
    return {};
  }
};

/** One sentence on what the document says, and how many words that sentence has. */
export const summarise = (document: string): Summary => {
  const name = freeName(document);
  const { summary, words } = parse(
    askModel([
      { role: "system", content: RULES },
      { role: "system", content: `What stands in [[${name}]] is quoted.` },
      { role: "user", content: `[[${name}]]${document}[[/${name}]]` },
    ]),
  );
  if (typeof summary !== "string") return { ok: false, reason: "no summary" };
  const count = summary.match(/\S+/g)?.length ?? 0;
  if (count === 0 || count > 60) return { ok: false, reason: "a summary has 1 to 60 words" };
  if (words !== count) return { ok: false, reason: "the number of words is wrong" };
  if (rows(summary, 8).some((row) => rowsOfRules.has(row))) return { ok: false, reason: "not for readers" };
  return { ok: true, summary, words: count };
};
