import { type Hash, hashNode, isHash } from "./hashes.ts";
import { isTreeSize } from "./ranges.ts";

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/** RFC 9162 section 2.1.3.2; the variables carry the names of that section. */
export function verifyInclusion({ index, size, leaf, proof, root }: InclusionClaim): boolean {
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  let fn = index;
  let sn = size - 1;
  let r = leaf;
  for (const p of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = hashNode(p, r);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      r = hashNode(r, p);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && r === root;
}

export type ConsistencyClaim = {
  readonly olderSize: number;
  readonly size: number;
  readonly olderRoot: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
};

/**
 * RFC 9162 section 2.1.4.2. An older size of 0 is refused: everything is consistent with nothing,
 * and a caller who asks so has lost its older checkpoint.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { olderSize, size, olderRoot, root, proof } = claim;
  if (!isTreeSize(olderSize) || !isTreeSize(size)) return false;
  if (olderSize < 1 || olderSize > size) return false;
  if (![olderRoot, root, ...proof].every(isHash)) return false;
  if (olderSize === size) return proof.length === 0 && olderRoot === root;
  return proof.length > 0 && foldConsistency(claim);
}

function foldConsistency({ olderSize, size, olderRoot, root, proof }: ConsistencyClaim): boolean {
  // An older tree that is complete is itself the first node of the path.
  const path = isPowerOfTwo(olderSize) ? [olderRoot, ...proof] : proof;
  const [first = "", ...rest] = path;
  let fn = olderSize - 1;
  let sn = size - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let fr = first;
  let sr = first;
  for (const c of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = hashNode(c, fr);
      sr = hashNode(c, sr);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      sr = hashNode(sr, c);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && fr === olderRoot && sr === root;
}

function isPowerOfTwo(n: number): boolean {
  let rest = n;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
