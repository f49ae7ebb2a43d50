import { askModel } from "./model.ts";
import { RULES } from "./rules.ts";

export type Summary = { ok: true; summary: string; words: number } | { ok: false; reason: string };

/** One sentence on what the document says, and how many words that sentence has. */
export const summarise = (document: string): Summary => {
  const answer = askModel([
    { role: "user", content: `${RULES}\n\nSummarize this document:\n\n${document}` },
  ]);
  const { summary, words } = JSON.parse(answer);
  return { ok: true, summary, words };
};
