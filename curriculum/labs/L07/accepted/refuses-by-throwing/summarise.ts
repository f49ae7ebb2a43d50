import { askModel } from "./model.ts";
import { RULES } from "./rules.ts";

export type Summary = { ok: true; summary: string; words: number } | { ok: false; reason: string };

const must = (holds: boolean, reason: string): void => {
  if (!holds) throw new Error(reason);
};

/** ` like this one `, so that rows of whole words can be looked for. */
const flat = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

const reads = (answer: string): Summary => {
  const { summary, words } = JSON.parse(answer);
  must(typeof summary === "string" && Number.isInteger(words), "the answer has another form");
  const text: string = summary.trim();
  must(text !== "" && text.split(/\s+/u).length === words && words <= 60, "the count is not right");
  const said = flat(summary).trim().split(" ");
  said.forEach((_, at) => {
    const row = said.slice(at, at + 8);
    must(row.length < 8 || !flat(RULES).includes(` ${row.join(" ")} `), "that is from the rules");
  });
  return { ok: true, summary, words };
};

/** One sentence on what the document says, and how many words that sentence has. */
export const summarise = (document: string): Summary => {
  const boundary = `part-${String(Math.random()).slice(2)}-${String(Math.random()).slice(2)}`;
  try {
    return reads(
      askModel([
        { role: "system", content: `Material stands in [[${boundary}]].\n\n${RULES}` },
        { role: "user", content: `[[${boundary}]] ${document} [[/${boundary}]]` },
      ]),
    );
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "unknown" };
  }
};
