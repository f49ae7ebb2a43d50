import type { ReadTile, Tile } from "@checkride/ledger/tiles";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

/** All numbers of locks that order the ledger's writers; other features have others. */
const sealerLock = 7_300_010;
const signingKeyLock = 7_300_011;

export type Checkpoint = { readonly size: number; readonly note: string; readonly sealedAt: Date };

export const newestCheckpoint = async (db: Database): Promise<Checkpoint | null> => {
  const row = await db
    .selectFrom("checkpoint")
    .select(["size", "note", "sealedAt"])
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

/** False: another node seals at this moment. Until the end of the transaction. */
export const takeSealerLock = async (tx: Database): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${sealerLock}) as taken`.execute(tx);
  return rows[0]?.taken ?? false;
};

export type WaitingRow = {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly commitment: Buffer;
  readonly leaf: Buffer;
};

export const readWaiting = (db: Database, limit: number): Promise<WaitingRow[]> =>
  db
    .selectFrom("evidence")
    .select(["id", "at", "kind", "commitment", "leaf"])
    .where("seq", "is", null)
    .orderBy("id")
    .limit(limit)
    .execute();

export const isAnythingWaiting = async (db: Database): Promise<boolean> => {
  const row = await db
    .selectFrom("evidence")
    .select("id")
    .where("seq", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const countWaiting = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("evidence")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("seq", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
};

/** How many places are taken; read from the rows, not from the tree. */
export const countPlaces = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("evidence")
    .select((eb) => eb.fn.max("seq").as("last"))
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
};

export const givePlaces = async (
  tx: Database,
  ids: readonly string[],
  firstSeq: number,
): Promise<void> => {
  await sql`update evidence set seq = place.seq
    from (select id, ${firstSeq}::bigint + nr - 1 as seq
          from unnest(${ids}::uuid[]) with ordinality as one (id, nr)) as place
    where evidence.id = place.id`.execute(tx);
};

export const writeTiles = async (tx: Database, tiles: readonly Tile[]): Promise<void> => {
  await sql`insert into tile (level, index, hashes)
    select * from unnest(
      ${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.from(tile.hashes))}::bytea[])
    on conflict (level, index) do update set hashes = excluded.hashes`.execute(tx);
};

export const tileReader =
  (db: Database): ReadTile =>
  async (level, index) => {
    const row = await db
      .selectFrom("tile")
      .select("hashes")
      .where("level", "=", level)
      .where("index", "=", index)
      .executeTakeFirst();
    // An empty tile is reported by whoever needs its hashes, with its place.
    return row?.hashes ?? new Uint8Array();
  };

export const writeCheckpoint = async (
  tx: Database,
  checkpoint: Checkpoint & { readonly root: string },
): Promise<void> => {
  const { size, note, sealedAt, root } = checkpoint;
  await tx
    .insertInto("checkpoint")
    .values({ size, note, sealedAt, root: Buffer.from(root, "hex") })
    .execute();
};

export type StoredKey = {
  readonly name: string;
  readonly publicKey: Buffer;
  readonly privateKeySealed: Buffer;
};

export const readSigningKey = async (db: Database): Promise<StoredKey | null> => {
  const row = await db
    .selectFrom("signingKey")
    .select(["name", "publicKey", "privateKeySealed"])
    .where("purpose", "=", "ledger")
    .where("retiredAt", "is", null)
    .executeTakeFirst();
  return row ?? null;
};

/** Two first starts at once: the second waits and finds the key of the first. */
export const lockSigningKey = async (tx: Database): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${signingKeyLock})`.execute(tx);
};

export const writeSigningKey = async (
  tx: Database,
  key: StoredKey & { readonly id: string; readonly createdAt: Date },
): Promise<void> => {
  await tx
    .insertInto("signingKey")
    .values({ ...key, purpose: "ledger", retiredAt: null })
    .execute();
};
