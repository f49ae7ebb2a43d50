import { type Hash, hashLeaf, hashNode } from "./hashes.ts";
import type { GetHash } from "./tree.ts";

export const numberedLeaves = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => hashLeaf(`leaf ${i}`));

/** All complete subtrees, level by level: the plainest possible store. */
export function nodesOf(leaves: readonly Hash[]): GetHash {
  const levels: Hash[][] = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const below = level;
    level = Array.from({ length: Math.floor(below.length / 2) }, (_, i) =>
      hashNode(below[2 * i] ?? "", below[2 * i + 1] ?? ""),
    );
    levels.push(level);
  }
  return ({ level, index }) => {
    const hash = levels[level]?.[index];
    if (hash === undefined) throw new Error(`no node ${index} on level ${level}`);
    return hash;
  };
}

/** RFC 6962 section 2.1 word for word, to measure everything else against. */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) throw new Error("the naive tree starts at one leaf");
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hashNode(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}
