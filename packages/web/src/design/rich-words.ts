import type { Inline, Rich } from "@checkride/rules/prose";

const wordsOf = (piece: Inline): string =>
  piece.kind === "text" || piece.kind === "code" ? piece.text : richWords(piece.text);

/** The bare words, for labels that only a screen reader needs. */
export const richWords = (text: Rich): string => text.map(wordsOf).join("");
