import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { EMPTY_ROOT, type Hash, hashLeaf } from "./hashes.ts";
import { nodesOf } from "./tree.test-data.ts";
import { consistencyProof, inclusionProof, rootOfLeaves, treeRoot } from "./tree.ts";
import { accumulated, argon2020, rfc6962 } from "./vectors.test-data.ts";
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from "./verify-proof.ts";

// Sources and licences of the vectors: vectors/README.md.

const leaves = rfc6962.leaves.map((hex) => hashLeaf(Buffer.from(hex, "hex")));
const rootAt = (size: number): Hash => (size === 0 ? EMPTY_ROOT : (rfc6962.roots[size - 1] ?? ""));
const leafAt = (index: number): Hash => rfc6962.leafHashes[index] ?? "";

const flipBit = (hash: Hash, bit: number): Hash => {
  const bytes = Buffer.from(hash, "hex");
  bytes.writeUInt8(bytes.readUInt8(0) ^ (1 << bit), 0);
  return bytes.toString("hex");
};

describe("the classic eight leaves", () => {
  test("have the published leaf hashes", () => {
    expect(leaves).toEqual(rfc6962.leafHashes);
  });

  test("an empty tree has the published root", () => {
    expect(EMPTY_ROOT).toBe(rfc6962.emptyRoot);
    expect(rootOfLeaves([])).toBe(rfc6962.emptyRoot);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("the root at size %i is the published one", (size) => {
    expect(rootOfLeaves(leaves.slice(0, size))).toBe(rootAt(size));
    expect(treeRoot(size, nodesOf(leaves))).toBe(rootAt(size));
  });
});

/** The same ways to spoil a proof as the published refused vectors use. */
function spoiledInclusions(claim: InclusionClaim): [string, InclusionClaim][] {
  const { index, size, proof, root } = claim;
  const spoiled: [string, InclusionClaim][] = [
    ["index - 1", { ...claim, index: index - 1 }],
    ["index + 1", { ...claim, index: index + 1 }],
    ["index ^ 2", { ...claim, index: index ^ 2 }],
    ["size * 2", { ...claim, size: size * 2 }],
    ["size / 2", { ...claim, size: Math.floor(size / 2) }],
    ["wrong leaf", { ...claim, leaf: Buffer.from("WrongLeaf").toString("hex") }],
    ["empty root", { ...claim, root: rfc6962.emptyRoot }],
    ["random root", { ...claim, root: rfc6962.randomHash }],
    ["trailing garbage", { ...claim, proof: [...proof, ""] }],
    ["trailing root", { ...claim, proof: [...proof, root] }],
    ["preceding garbage", { ...claim, proof: ["", ...proof] }],
    ["preceding root", { ...claim, proof: [root, ...proof] }],
    ...proof.map((hash, i): [string, InclusionClaim] => [
      `flipped bit in proof[${i}]`,
      { ...claim, proof: proof.with(i, flipBit(hash, 3)) },
    ]),
  ];
  const [first, ...rest] = proof;
  if (first !== undefined) {
    spoiled.push(["removed component", { ...claim, proof: proof.slice(0, -1) }]);
  }
  if (first !== undefined && rest.length > 0) {
    const inserted = [first, rfc6962.randomHash, ...rest];
    spoiled.push(["inserted component", { ...claim, proof: inserted }]);
  }
  return spoiled;
}

describe("inclusion", () => {
  const claims = rfc6962.inclusion.map(({ index, size, proof }): InclusionClaim => {
    return { index, size, proof, leaf: leafAt(index), root: rootAt(size) };
  });

  test.each(claims)(
    "published proof of leaf $index in $size verifies and is what we make",
    (claim) => {
      expect(verifyInclusion(claim)).toBe(true);
      expect(inclusionProof(claim.index, claim.size, nodesOf(leaves))).toEqual(claim.proof);
    },
  );

  const spoiled = claims.flatMap((claim) =>
    spoiledInclusions(claim).map(([how, bad]) => ({
      name: `leaf ${claim.index} in ${claim.size}: ${how}`,
      bad,
    })),
  );
  test.each(spoiled)("refused: $name", ({ bad }) => {
    expect(verifyInclusion(bad)).toBe(false);
  });

  const odd = [
    { index: 0, size: 0 },
    { index: 0, size: 1 },
    { index: 1, size: 0 },
    { index: 2, size: 1 },
  ].flatMap((place) => [
    { ...place, root: "", leaf: rfc6962.randomHash },
    { ...place, root: rfc6962.emptyRoot, leaf: "" },
    { ...place, root: rfc6962.emptyRoot, leaf: rfc6962.randomHash },
    { ...place, root: "", leaf: "" },
  ]);
  test.each(odd)("refused: index $index, size $size, root '$root', leaf '$leaf'", (claim) => {
    expect(verifyInclusion({ ...claim, proof: [] })).toBe(false);
  });

  test("the only leaf of a tree is its root and needs no proof", () => {
    const leaf = hashLeaf("data");
    expect(verifyInclusion({ index: 0, size: 1, leaf, root: leaf, proof: [] })).toBe(true);
  });
});

function spoiledConsistencies(claim: ConsistencyClaim): [string, ConsistencyClaim][] {
  const { olderSize, size, olderRoot, root, proof } = claim;
  const wrongRoot = Buffer.from("WrongRoot").toString("hex");
  return [
    ["older size - 1", { ...claim, olderSize: olderSize - 1 }],
    ["older size + 1", { ...claim, olderSize: olderSize + 1 }],
    ["older size ^ 2", { ...claim, olderSize: olderSize ^ 2 }],
    ["size * 2", { ...claim, size: size * 2 }],
    ["size / 2", { ...claim, size: Math.floor(size / 2) }],
    ["wrong older root", { ...claim, olderRoot: wrongRoot }],
    ["wrong root", { ...claim, root: wrongRoot }],
    ["swapped roots", { ...claim, olderRoot: root, root: olderRoot }],
    ["empty proof", { ...claim, proof: [] }],
    ["trailing garbage", { ...claim, proof: [...proof, ""] }],
    ["trailing older root", { ...claim, proof: [...proof, olderRoot] }],
    ["trailing root", { ...claim, proof: [...proof, root] }],
    ["preceding garbage", { ...claim, proof: ["", ...proof] }],
    ["preceding older root", { ...claim, proof: [olderRoot, ...proof] }],
    ["preceding root", { ...claim, proof: [root, ...proof] }],
    ["preceding proof[0]", { ...claim, proof: [...proof.slice(0, 1), ...proof] }],
    ["truncated proof", { ...claim, proof: proof.slice(0, -1) }],
    ...proof.map((hash, i): [string, ConsistencyClaim] => [
      `flipped bit in proof[${i}]`,
      { ...claim, proof: proof.with(i, flipBit(hash, 4)) },
    ]),
  ];
}

describe("consistency", () => {
  const claims = rfc6962.consistency.map(({ from, to, proof }): ConsistencyClaim => {
    return { olderSize: from, size: to, proof, olderRoot: rootAt(from), root: rootAt(to) };
  });

  test.each(claims)(
    "published proof from $olderSize to $size verifies and is what we make",
    (claim) => {
      expect(verifyConsistency(claim)).toBe(true);
      const made = consistencyProof(claim.olderSize, claim.size, nodesOf(leaves));
      expect(made).toEqual(claim.proof);
    },
  );

  const spoiled = claims
    .filter((claim) => claim.proof.length > 0)
    .flatMap((claim) =>
      spoiledConsistencies(claim).map(([how, bad]) => ({
        name: `${claim.olderSize} to ${claim.size}: ${how}`,
        bad,
      })),
    );
  test.each(spoiled)("refused: $name", ({ bad }) => {
    expect(verifyConsistency(bad)).toBe(false);
  });

  const { emptyRoot, randomHash } = rfc6962;
  test.each([
    {
      why: "both empty, roots differ",
      from: 0,
      to: 0,
      older: randomHash,
      newer: emptyRoot,
      proof: [],
    },
    { why: "both empty", from: 0, to: 0, older: emptyRoot, newer: emptyRoot, proof: [] },
    { why: "from nothing", from: 0, to: 1, older: emptyRoot, newer: randomHash, proof: [] },
    {
      why: "from nothing, with proof",
      from: 0,
      to: 1,
      older: emptyRoot,
      newer: emptyRoot,
      proof: [emptyRoot],
    },
    {
      why: "equal sizes, roots differ",
      from: 1,
      to: 1,
      older: randomHash,
      newer: emptyRoot,
      proof: [],
    },
    {
      why: "equal trees, needless proof",
      from: 1,
      to: 1,
      older: emptyRoot,
      newer: emptyRoot,
      proof: [emptyRoot],
    },
    {
      why: "into the past, to nothing",
      from: 1,
      to: 0,
      older: randomHash,
      newer: emptyRoot,
      proof: [],
    },
    { why: "into the past", from: 2, to: 1, older: randomHash, newer: emptyRoot, proof: [] },
    { why: "no proof", from: 1, to: 2, older: randomHash, newer: emptyRoot, proof: [] },
  ])("refused: $why", ({ from, to, older, newer, proof }) => {
    const claim = { olderSize: from, size: to, olderRoot: older, root: newer, proof };
    expect(verifyConsistency(claim)).toBe(false);
  });
});

describe("a real log of 961,984,013 entries", () => {
  const { size, root, leafIndex, olderSize, olderRoot } = argon2020;
  const leaf = hashLeaf(Buffer.from(argon2020.leafInputBase64, "base64"));

  test("its published inclusion proof verifies, and not for another leaf", () => {
    const claim = { index: leafIndex, size, leaf, root, proof: argon2020.inclusion };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, index: leafIndex + 1 })).toBe(false);
  });

  test("its published consistency proof verifies, and not for another size", () => {
    const claim = { olderSize, size, olderRoot, root, proof: argon2020.consistency };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, olderSize: olderSize + 1 })).toBe(false);
  });
});

describe("every valid subtree of a tree of 130 leaves", () => {
  const all = Array.from({ length: accumulated.leaves }, (_, i) => hashLeaf(Uint8Array.of(i)));
  const subtrees = all.flatMap((_, i) =>
    Array.from({ length: i + 1 }, (_unused, start) => ({ start, end: i + 1 })).filter(
      ({ start, end }) => start % 2 ** Math.ceil(Math.log2(end - start)) === 0,
    ),
  );

  test("has the published hash", () => {
    const rolling = createHash("sha256");
    for (const { start, end } of subtrees) {
      const root = rootOfLeaves(all.slice(start, end));
      rolling.update(`[${start}, ${end}) ${root}\n`);
    }
    expect(rolling.digest("hex")).toBe(accumulated.subtreeHashes);
  });

  test("has the published inclusion proofs", () => {
    const rolling = createHash("sha256");
    for (const { start, end } of subtrees) {
      const getHash = nodesOf(all.slice(start, end));
      for (let index = start; index < end; index++) {
        const proof = inclusionProof(index - start, end - start, getHash);
        rolling.update([`${index} [${start}, ${end})`, ...proof].join(" ").concat("\n"));
      }
    }
    expect(rolling.digest("hex")).toBe(accumulated.subtreeInclusionProofs);
  });
});
