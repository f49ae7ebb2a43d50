import { type Bytes, fromHex, hashNode, toHex } from "./browser-hash.ts";

/** One neighbour on the way up: which leaves it covers (`first` to `last`) and on which side it stands. */
export type PathStep = {
  readonly side: "left" | "right";
  readonly first: number;
  readonly last: number;
};

/**
 * RFC 6962 section 2.1.1: which subtrees a proof for leaf `index` in a tree of `size` leaves must consist
 * of, leaf side first. Null when there is no such leaf. Sizes may exceed 32 bits: arithmetic only.
 */
export const inclusionPath = (index: number, size: number): readonly PathStep[] | null => {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return null;
  if (index < 0 || index >= size) return null;
  const steps: PathStep[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    let width = 1;
    while (width * 2 < end - start) width *= 2;
    const middle = start + width;
    if (index < middle) {
      steps.push({ side: "right", first: middle, last: end - 1 });
      end = middle;
    } else {
      steps.push({ side: "left", first: start, last: middle - 1 });
      start = middle;
    }
  }
  return steps.reverse();
};

/** The hash after each step up from the leaf; null when the proof does not have the form it must have. */
export const climb = async (
  leaf: string,
  steps: readonly PathStep[],
  proof: readonly string[],
): Promise<readonly string[] | null> => {
  const start = fromHex(leaf);
  if (!start || steps.length !== proof.length) return null;
  const reached: string[] = [];
  let node: Bytes = start;
  for (const [i, step] of steps.entries()) {
    const neighbour = fromHex(proof[i] ?? "");
    if (neighbour?.length !== 32) return null;
    node = step.side === "left" ? await hashNode(neighbour, node) : await hashNode(node, neighbour);
    reached.push(toHex(node));
  }
  return reached;
};
