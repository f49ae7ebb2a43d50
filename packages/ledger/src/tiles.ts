import type { Hash } from "./hashes.ts";
import {
  completeSubtrees,
  consistencyRanges,
  inclusionRanges,
  isTreeSize,
  type LeafRange,
  type TreeNode,
} from "./ranges.ts";
import { type GetHash, rangeHash, rootOfLeaves } from "./tree.ts";

// In the spirit of C2SP tlog-tiles: a tile holds up to 256 neighbouring hashes of one tile level,
// and one tile level is eight levels of the tree. A full tile's root is one hash of the level above.
const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;
const HASH_BYTES = 32;

export type Tile = {
  readonly level: number;
  readonly index: number;
  /** 1 to 256 hashes of 32 bytes. A tile only ever grows: an older, shorter one is its beginning. */
  readonly hashes: Uint8Array;
};

export type ReadTile = (level: number, index: number) => Promise<Uint8Array>;

export type AppendedTiles = {
  readonly size: number;
  readonly root: Hash;
  /** Tiles to insert or to replace, in one transaction with the size. */
  readonly tiles: readonly Tile[];
};

/** Appends a batch: at most one tile is read for each tile level, whatever the size of the batch. */
export async function tilesAfterAppend(
  oldSize: number,
  leaves: readonly Hash[],
  readTile: ReadTile,
): Promise<AppendedTiles> {
  const size = oldSize + leaves.length;
  if (!isTreeSize(oldSize) || !isTreeSize(size)) throw new RangeError(`no tree of size ${size}`);
  const tiles: Tile[] = [];
  let oldCount = oldSize;
  let added = leaves;
  for (let level = 0; added.length > 0; level++) {
    const grown = await growLevel(level, oldCount, added, readTile);
    tiles.push(...grown.tiles);
    added = grown.fullTileRoots;
    oldCount = Math.floor(oldCount / TILE_WIDTH);
  }
  return { size, root: await rootFromTiles(size, overlay(tiles, readTile)), tiles };
}

async function growLevel(
  level: number,
  oldCount: number,
  added: readonly Hash[],
  readTile: ReadTile,
): Promise<{ tiles: Tile[]; fullTileRoots: Hash[] }> {
  const kept = oldCount % TILE_WIDTH;
  const first = Math.floor(oldCount / TILE_WIDTH);
  const before = kept === 0 ? [] : unpack(await readTile(level, first), kept, level, first);
  const hashes = [...before, ...added];
  const tiles: Tile[] = [];
  const fullTileRoots: Hash[] = [];
  for (let from = 0; from < hashes.length; from += TILE_WIDTH) {
    const content = hashes.slice(from, from + TILE_WIDTH);
    tiles.push({ level, index: first + from / TILE_WIDTH, hashes: pack(content) });
    if (content.length === TILE_WIDTH) fullTileRoots.push(rootOfLeaves(content));
  }
  return { tiles, fullTileRoots };
}

export async function rootFromTiles(size: number, readTile: ReadTile): Promise<Hash> {
  if (!isTreeSize(size)) throw new RangeError(`no tree of size ${size}`);
  const [root = ""] = await hashRanges([{ start: 0, end: size }], readTile);
  return root;
}

export const inclusionFromTiles = (
  index: number,
  size: number,
  readTile: ReadTile,
): Promise<Hash[]> => hashRanges(inclusionRanges(index, size), readTile);

export const consistencyFromTiles = (
  olderSize: number,
  size: number,
  readTile: ReadTile,
): Promise<Hash[]> => hashRanges(consistencyRanges(olderSize, size), readTile);

async function hashRanges(ranges: readonly LeafRange[], readTile: ReadTile): Promise<Hash[]> {
  const getHash = await fetchNodes(ranges.flatMap(completeSubtrees), readTile);
  return ranges.map((range) => rangeHash(range, getHash));
}

type Place = {
  readonly level: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
};

/** Where a complete subtree lies: a run of neighbouring hashes inside one tile. */
function placeOf({ level, index }: TreeNode): Place {
  const width = 2 ** (level % TILE_HEIGHT);
  const tilesAcross = TILE_WIDTH / width;
  const from = (index % tilesAcross) * width;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(index / tilesAcross),
    from,
    to: from + width,
  };
}

/** Reads each tile that these nodes need once, all at the same time. */
async function fetchNodes(nodes: readonly TreeNode[], readTile: ReadTile): Promise<GetHash> {
  const needed = new Map<string, Place>();
  for (const node of nodes) {
    const place = placeOf(node);
    const key = tileKey(place.level, place.index);
    if (place.to > (needed.get(key)?.to ?? 0)) needed.set(key, place);
  }
  const read = [...needed].map(async ([key, { level, index, to }]) => {
    const hashes = unpack(await readTile(level, index), to, level, index);
    return [key, hashes] as const;
  });
  const tiles = new Map(await Promise.all(read));
  return (node) => {
    const { level, index, from, to } = placeOf(node);
    return rootOfLeaves((tiles.get(tileKey(level, index)) ?? []).slice(from, to));
  };
}

const tileKey = (level: number, index: number): string => `${level}/${index}`;

function overlay(tiles: readonly Tile[], readTile: ReadTile): ReadTile {
  const fresh = new Map(tiles.map((tile) => [tileKey(tile.level, tile.index), tile.hashes]));
  return async (level, index) => fresh.get(tileKey(level, index)) ?? readTile(level, index);
}

const pack = (hashes: readonly Hash[]): Uint8Array =>
  new Uint8Array(Buffer.from(hashes.join(""), "hex"));

function unpack(bytes: Uint8Array, count: number, level: number, index: number): Hash[] {
  if (bytes.length < count * HASH_BYTES) {
    const held = bytes.length / HASH_BYTES;
    throw new Error(`tile ${level}/${index} holds ${held} hashes where ${count} were stored`);
  }
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, count * HASH_BYTES).toString("hex");
  return Array.from({ length: count }, (_, i) => hex.slice(i * 64, i * 64 + 64));
}
