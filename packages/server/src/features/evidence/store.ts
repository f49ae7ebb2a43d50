import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { Tables } from "../../platform/tables.ts";
import type { Place } from "./cursor.ts";

export type Filter = {
  readonly kind: string | null;
  readonly person: string | null;
  /** Included. */
  readonly from: Date | null;
  /** Not included. */
  readonly to: Date | null;
};

export const isUnfiltered = ({ kind, person, from, to }: Filter): boolean =>
  kind === null && person === null && from === null && to === null;

const meets = (eb: ExpressionBuilder<Tables, "evidence">, filter: Filter) => {
  const conditions = [
    filter.kind === null ? null : eb("evidence.kind", "=", filter.kind),
    filter.person === null ? null : eb("evidence.person", "=", filter.person),
    filter.from === null ? null : eb("evidence.at", ">=", filter.from),
    filter.to === null ? null : eb("evidence.at", "<", filter.to),
  ];
  return eb.and(conditions.filter((condition) => condition !== null));
};

const shown = (db: Database) =>
  db
    .selectFrom("evidence")
    .leftJoin("person as about", "about.id", "evidence.person")
    .leftJoin("person as by", "by.id", "evidence.actor")
    .select([
      "evidence.id",
      "evidence.at",
      "evidence.kind",
      "evidence.person",
      "evidence.actor",
      "evidence.body",
      "evidence.seq",
      "about.name as personName",
      "by.name as actorName",
    ]);

export type ShownRow = Awaited<ReturnType<typeof listRows>>[number];

/** Newest first, from behind a place. */
export const listRows = (db: Database, filter: Filter, before: Place | null, limit: number) =>
  shown(db)
    .where((eb) => meets(eb, filter))
    .$if(before !== null, (query) =>
      query.where(
        sql<SqlBool>`(evidence.at, evidence.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy("evidence.at", "desc")
    .orderBy("evidence.id", "desc")
    .limit(limit)
    .execute();

export const findRow = (db: Database, id: string): Promise<ShownRow | undefined> =>
  shown(db).where("evidence.id", "=", id).executeTakeFirst();

export type ProofParts = {
  readonly commitment: Buffer;
  readonly salt: Buffer | null;
  readonly leaf: Buffer;
};

export const readProofParts = (db: Database, id: string): Promise<ProofParts> =>
  db
    .selectFrom("evidence")
    .select(["commitment", "salt", "leaf"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

/** Jumps from kind to kind through the index instead of reading every row. */
export const listKinds = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    with recursive found as (
      (select kind from evidence order by kind limit 1)
      union all
      select (select kind from evidence where kind > found.kind order by kind limit 1)
      from found where found.kind is not null
    )
    select kind from found where kind is not null`.execute(db);
  return rows.map((row) => row.kind);
};

const sealed = (db: Database) =>
  db
    .selectFrom("evidence")
    .select(["id", "at", "kind", "person", "actor", "body", "salt", "commitment", "seq"]);

export type SealedRow = Awaited<ReturnType<typeof readPlaces>>[number];

/** The rows of these places that meet the filter, in order. */
export const readPlaces = (db: Database, filter: Filter, first: number, end: number) =>
  sealed(db)
    .where("seq", ">=", first)
    .where("seq", "<", end)
    .where((eb) => meets(eb, filter))
    .orderBy("seq")
    .execute();

export const readPlacesOf = (db: Database, places: readonly number[]): Promise<SealedRow[]> =>
  sealed(db)
    .where("seq", "=", sql<number>`any(${[...places]}::bigint[])`)
    .orderBy("seq")
    .execute();

export const countSealed = async (db: Database, filter: Filter, size: number): Promise<number> => {
  const row = await db
    .selectFrom("evidence")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("seq", "<", size)
    .where((eb) => meets(eb, filter))
    .executeTakeFirstOrThrow();
  return row.count;
};

export const listPlaces = async (
  db: Database,
  filter: Filter,
  size: number,
): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom("evidence")
    .select("seq")
    .where("seq", "<", size)
    .where((eb) => meets(eb, filter))
    .orderBy("seq")
    .execute();
  return rows.flatMap(({ seq }) => (seq === null ? [] : [seq]));
};
