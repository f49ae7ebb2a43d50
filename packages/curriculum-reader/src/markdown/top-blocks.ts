import type { Token } from "./parse.ts";

/** A block at the margin with everything in it. */
export type TopBlock = { readonly first: Token; readonly tokens: readonly Token[] };

export const topBlocks = (tokens: readonly Token[]): readonly TopBlock[] => {
  const blocks: TopBlock[] = [];
  let begin = 0;
  let depth = 0;
  tokens.forEach((token, index) => {
    depth += token.nesting;
    if (depth > 0) return;
    const first = tokens[begin];
    if (first !== undefined) blocks.push({ first, tokens: tokens.slice(begin, index + 1) });
    begin = index + 1;
  });
  return blocks;
};

/** The words of a heading as written. */
export const headingText = ({ tokens }: TopBlock): string => tokens[1]?.content ?? "";
