/** Leaves `start` to `end - 1`. Every range here is one whose RFC 6962 hash a tree contains. */
export type LeafRange = { readonly start: number; readonly end: number };

/** A complete subtree: 2^level leaves, the index-th of its level. */
export type TreeNode = { readonly level: number; readonly index: number };

// Sizes go up to 2^53 - 1, beyond what JavaScript's 32-bit operators can hold: arithmetic only.

export const isTreeSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** The largest power of two that is smaller than n (the split of RFC 6962 section 2.1). */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that make up a range, left to right; its hash folds them from the right. */
export function completeSubtrees({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    let width = 1;
    while (width * 2 <= end - from) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}

/** RFC 6962 section 2.1.1, PATH(m, D[n]): the ranges whose hashes are the proof, leaf side first. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** RFC 6962 section 2.1.2, PROOF(m, D[n]). An older tree of size 0 proves nothing and is refused. */
export function consistencyRanges(olderSize: number, size: number): LeafRange[] {
  if (!isTreeSize(olderSize) || !isTreeSize(size) || olderSize < 1 || olderSize > size) {
    throw new RangeError(`no consistency proof from size ${olderSize} to size ${size}`);
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end !== olderSize) {
    const middle = start + splitPoint(end - start);
    if (olderSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // From the left edge this subtree is the whole older tree, whose root the verifier has.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}
