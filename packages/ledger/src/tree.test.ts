import fc from "fast-check";
import { expect, test } from "vitest";
import { hashLeaf, isHash } from "./hashes.ts";
import { completeSubtrees, consistencyRanges, inclusionRanges } from "./ranges.ts";
import { naiveRoot, nodesOf, numberedLeaves } from "./tree.test-data.ts";
import {
  appendLeaves,
  consistencyProof,
  emptyFrontier,
  frontierRoot,
  inclusionProof,
  rootOfLeaves,
  treeRoot,
} from "./tree.ts";
import { verifyConsistency, verifyInclusion } from "./verify-proof.ts";

const MOST = 300;
const leaves = numberedLeaves(MOST);
const getHash = nodesOf(leaves);
const rootAt = (size: number) => treeRoot(size, getHash);

const wrong = hashLeaf("a leaf of another tree");

const place = fc
  .integer({ min: 1, max: MOST })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));
const twoSizes = fc
  .tuple(fc.integer({ min: 1, max: MOST }), fc.integer({ min: 1, max: MOST }))
  .map(([a, b]) => ({ olderSize: Math.min(a, b), size: Math.max(a, b) }));

test("roots equal the recursive definition at every size", () => {
  for (let size = 1; size <= 130; size++) {
    const expected = naiveRoot(leaves.slice(0, size));
    expect(rootOfLeaves(leaves.slice(0, size))).toBe(expected);
    expect(rootAt(size)).toBe(expected);
  }
});

test("appending in any batches gives the same frontier as appending at once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 8 }), (batches) => {
      let frontier = emptyFrontier;
      for (const batch of batches) {
        const next = leaves.slice(frontier.size, frontier.size + batch);
        frontier = appendLeaves(frontier, next);
      }
      const expected = appendLeaves(emptyFrontier, leaves.slice(0, frontier.size));
      expect(frontier).toEqual(expected);
      expect(frontierRoot(frontier)).toBe(rootOfLeaves(leaves.slice(0, frontier.size)));
    }),
  );
});

test("appending does not change the frontier it starts from", () => {
  const before = appendLeaves(emptyFrontier, leaves.slice(0, 7));
  const copy = structuredClone(before);
  appendLeaves(before, leaves.slice(7, 20));
  expect(before).toEqual(copy);
});

test("every leaf's proof verifies at every size up to 70", () => {
  for (let size = 1; size <= 70; size++) {
    const root = rootAt(size);
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, getHash);
      expect(verifyInclusion({ index, size, leaf: leaves[index] ?? "", proof, root })).toBe(true);
    }
  }
});

test("any two sizes up to 70 are proved consistent", () => {
  for (let size = 1; size <= 70; size++) {
    for (let olderSize = 1; olderSize <= size; olderSize++) {
      const proof = consistencyProof(olderSize, size, getHash);
      const claim = { olderSize, size, olderRoot: rootAt(olderSize), root: rootAt(size), proof };
      expect(verifyConsistency(claim)).toBe(true);
    }
  }
});

test("an inclusion proof verifies for no other leaf, index, root or hash", () => {
  fc.assert(
    fc.property(place, fc.nat(), fc.nat(MOST * 2), ({ index, size }, pick, other) => {
      const proof = inclusionProof(index, size, getHash);
      const claim = { index, size, leaf: leaves[index] ?? "", proof, root: rootAt(size) };
      expect(verifyInclusion(claim)).toBe(true);

      expect(verifyInclusion({ ...claim, leaf: wrong })).toBe(false);
      expect(verifyInclusion({ ...claim, root: wrong })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...proof, wrong] })).toBe(false);
      if (other !== index) expect(verifyInclusion({ ...claim, index: other })).toBe(false);
      if (proof.length === 0) return;
      const at = pick % proof.length;
      expect(verifyInclusion({ ...claim, proof: proof.with(at, wrong) })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: proof.toSpliced(at, 1) })).toBe(false);
    }),
  );
});

test("a consistency proof verifies for no other root, older size or hash", () => {
  fc.assert(
    fc.property(twoSizes, fc.nat(), fc.nat(MOST), ({ olderSize, size }, pick, other) => {
      const proof = consistencyProof(olderSize, size, getHash);
      const claim = { olderSize, size, olderRoot: rootAt(olderSize), root: rootAt(size), proof };
      expect(verifyConsistency(claim)).toBe(true);

      expect(verifyConsistency({ ...claim, olderRoot: wrong })).toBe(false);
      expect(verifyConsistency({ ...claim, root: wrong })).toBe(false);
      if (other !== olderSize) {
        expect(verifyConsistency({ ...claim, olderSize: other, olderRoot: wrong })).toBe(false);
      }
      if (proof.length === 0) return;
      const at = pick % proof.length;
      expect(verifyConsistency({ ...claim, proof: proof.with(at, wrong) })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: proof.toSpliced(at, 1) })).toBe(false);
    }),
  );
});

test("ranges stay exact up to 2^53 - 1 leaves", () => {
  const size = Number.MAX_SAFE_INTEGER;
  const index = 2 ** 52 + 12_345;
  const covered = inclusionRanges(index, size).reduce(
    (sum, { start, end }) => sum + end - start,
    0,
  );
  expect(covered).toBe(size - 1);
  for (const range of consistencyRanges(2 ** 40 + 1, size)) {
    for (const { level, index: at } of completeSubtrees(range)) {
      expect(Number.isSafeInteger(at) && level <= 52).toBe(true);
    }
  }
});

test("asking for a proof that cannot exist is a bug of the caller", () => {
  expect(() => inclusionProof(5, 5, getHash)).toThrow("no leaf 5 in a tree of 5");
  expect(() => consistencyProof(0, 5, getHash)).toThrow("from size 0 to size 5");
  expect(() => consistencyProof(6, 5, getHash)).toThrow("from size 6 to size 5");
});

test("sizes beyond 2^53, fractions and upper-case hashes are refused", () => {
  const [leaf = ""] = leaves;
  expect(isHash(leaf.toUpperCase())).toBe(false);
  expect(verifyInclusion({ index: 0, size: 2 ** 53, leaf, root: leaf, proof: [] })).toBe(false);
  expect(verifyInclusion({ index: 0.5, size: 1, leaf, root: leaf, proof: [] })).toBe(false);
  const claim = { olderSize: 1, olderRoot: leaf, root: leaf, proof: [] };
  expect(verifyConsistency({ ...claim, size: 2 ** 53 })).toBe(false);
});
