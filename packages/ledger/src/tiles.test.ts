import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hash } from "./hashes.ts";
import {
  consistencyFromTiles,
  inclusionFromTiles,
  type ReadTile,
  rootFromTiles,
  tilesAfterAppend,
} from "./tiles.ts";
import { nodesOf, numberedLeaves } from "./tree.test-data.ts";
import { consistencyProof, inclusionProof, rootOfLeaves } from "./tree.ts";

function tileStore() {
  const tiles = new Map<string, Uint8Array>();
  let reads = 0;
  const readTile: ReadTile = async (level, index) => {
    reads++;
    const hashes = tiles.get(`${level}/${index}`);
    if (hashes === undefined) throw new Error(`tile ${level}/${index} was never written`);
    return hashes;
  };
  return {
    readTile,
    readsSince: (before: number) => reads - before,
    reads: () => reads,
    async append(oldSize: number, leaves: readonly Hash[]) {
      const appended = await tilesAfterAppend(oldSize, leaves, readTile);
      for (const { level, index, hashes } of appended.tiles) {
        tiles.set(`${level}/${index}`, hashes);
      }
      return appended;
    },
  };
}

const leaves = numberedLeaves(66_000);

test("roots after any batches equal the naive tree's", async () => {
  const batch = fc.integer({ min: 1, max: 700 });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (batches) => {
      const store = tileStore();
      let size = 0;
      for (const count of batches) {
        const appended = await store.append(size, leaves.slice(size, size + count));
        size += count;
        expect(appended.size).toBe(size);
        expect(appended.root).toBe(rootOfLeaves(leaves.slice(0, size)));
        expect(await rootFromTiles(size, store.readTile)).toBe(appended.root);
      }
    }),
    { numRuns: 30 },
  );
});

test("proofs from tiles equal proofs from the whole tree, also for sizes long past", async () => {
  const store = tileStore();
  await store.append(0, leaves.slice(0, 300));
  await store.append(300, leaves.slice(300, 1_000));
  const getHash = nodesOf(leaves.slice(0, 1_000));
  const twoSizes = fc.tuple(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }));
  await fc.assert(
    fc.asyncProperty(twoSizes, async ([a, b]) => {
      const [olderSize, size] = [Math.min(a, b), Math.max(a, b)];
      const index = olderSize - 1;
      expect(await inclusionFromTiles(index, size, store.readTile)).toEqual(
        inclusionProof(index, size, getHash),
      );
      expect(await consistencyFromTiles(olderSize, size, store.readTile)).toEqual(
        consistencyProof(olderSize, size, getHash),
      );
    }),
  );
});

test("a third tile level begins at 65,536 leaves, and a proof still reads a handful of tiles", async () => {
  const store = tileStore();
  await store.append(0, leaves.slice(0, 65_530));
  const before = store.reads();
  const { tiles, root } = await store.append(65_530, leaves.slice(65_530));
  expect(store.readsSince(before)).toBeLessThanOrEqual(3);
  expect(tiles.map(({ level }) => level)).toContain(2);
  expect(root).toBe(rootOfLeaves(leaves));

  const beforeProof = store.reads();
  const proof = await inclusionFromTiles(12_345, leaves.length, store.readTile);
  expect(store.readsSince(beforeProof)).toBeLessThanOrEqual(5);
  expect(proof).toEqual(inclusionProof(12_345, leaves.length, nodesOf(leaves)));
});

test("appending nothing writes nothing and keeps the root", async () => {
  const store = tileStore();
  const { root } = await store.append(0, leaves.slice(0, 5));
  expect(await store.append(5, [])).toEqual({ size: 5, root, tiles: [] });
});

test("a tile that lost hashes is noticed", async () => {
  const short: ReadTile = async () => new Uint8Array(32);
  await expect(rootFromTiles(2, short)).rejects.toThrow("tile 0/0 holds 1 hashes where 2");
});
