import { EMPTY_ROOT, type Hash, hashNode } from "./hashes.ts";
import {
  completeSubtrees,
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  type TreeNode,
} from "./ranges.ts";

export type GetHash = (node: TreeNode) => Hash;

/** The hash of adjacent subtrees, widest first: RFC 6962 leans to the left, so fold from the right. */
export function foldRight(hashes: readonly Hash[]): Hash {
  let root = hashes.at(-1) ?? EMPTY_ROOT;
  for (const left of hashes.slice(0, -1).reverse()) root = hashNode(left, root);
  return root;
}

export const rangeHash = (range: LeafRange, getHash: GetHash): Hash =>
  foldRight(completeSubtrees(range).map(getHash));

export const treeRoot = (size: number, getHash: GetHash): Hash =>
  rangeHash({ start: 0, end: size }, getHash);

export const inclusionProof = (index: number, size: number, getHash: GetHash): Hash[] =>
  inclusionRanges(index, size).map((range) => rangeHash(range, getHash));

export const consistencyProof = (olderSize: number, size: number, getHash: GetHash): Hash[] =>
  consistencyRanges(olderSize, size).map((range) => rangeHash(range, getHash));

/** All that is needed to go on appending: the complete subtrees of the tree so far, widest first. */
export type Frontier = { readonly size: number; readonly subtrees: readonly Hash[] };

export const emptyFrontier: Frontier = { size: 0, subtrees: [] };

export function appendLeaves(frontier: Frontier, leaves: readonly Hash[]): Frontier {
  const subtrees = [...frontier.subtrees];
  let size = frontier.size;
  for (const leaf of leaves) {
    let node = leaf;
    // Each trailing one bit of the size is a subtree as wide as the node: they merge.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = subtrees.pop();
      if (left === undefined) throw new Error("the frontier does not belong to its size");
      node = hashNode(left, node);
    }
    subtrees.push(node);
    size++;
  }
  return { size, subtrees };
}

export const frontierRoot = (frontier: Frontier): Hash => foldRight(frontier.subtrees);

export const rootOfLeaves = (leaves: readonly Hash[]): Hash =>
  frontierRoot(appendLeaves(emptyFrontier, leaves));
