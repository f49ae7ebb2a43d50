import { codeTokens } from "./code-tokens.ts";

/** So many pieces in a row make one gram; shorter runs are alike by chance. */
const gramLength = 6;
/** Of so many grams in a row one is kept, so that a common run of both lengths together is always found. */
const windowLength = 4;
/** With less of one's own, equal right answers are no signal. */
const printsMin = 8;
const nearFrom = 0.8;

/** Names are alike: who copies renames. */
export const codePieces = (path: string, text: string): readonly string[] =>
  codeTokens(path, text).map((token) => (token.kind === "name" ? "n" : token.text));

export const wordPieces = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** FNV-1a, as a signed number of 32 bits. */
const hashOf = (pieces: readonly string[]): number => {
  let hash = 0x811c9dc5;
  for (const sign of pieces.join("\n")) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash | 0;
};

/** Every gram, in order. */
export const gramsOf = (pieces: readonly string[]): readonly number[] =>
  pieces.slice(gramLength - 1).map((_, start) => hashOf(pieces.slice(start, start + gramLength)));

/**
 * Winnowing: the smallest of each window of grams, without those that are `known` because the lab itself contains them.
 * Sorted, each once.
 */
export const printsOf = (
  pieces: readonly string[],
  known: ReadonlySet<number>,
): readonly number[] => {
  const own = gramsOf(pieces).filter((gram) => !known.has(gram));
  const windows = Math.max(own.length === 0 ? 0 : 1, own.length - windowLength + 1);
  const kept = Array.from({ length: windows }, (_, from) =>
    Math.min(...own.slice(from, from + windowLength)),
  );
  return [...new Set(kept)].toSorted((a, b) => a - b);
};

export type Likeness = { readonly kind: "same" | "near"; readonly share: number };

/** How much of what both of them made is common; null: not worth a look. */
export const likenessOf = (one: readonly number[], other: readonly number[]): Likeness | null => {
  if (Math.min(one.length, other.length) < printsMin) return null;
  const among = new Set(other);
  const common = one.filter((print) => among.has(print)).length;
  const share = common / Math.max(one.length, other.length);
  if (share < nearFrom) return null;
  return { kind: share === 1 ? "same" : "near", share };
};
