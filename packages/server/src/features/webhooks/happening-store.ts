import type { GateMode } from "@checkride/rules/policy";
import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { HappeningTable } from "../../platform/webhook-tables.ts";

export const insertHappenings = async (
  db: Database,
  rows: readonly Insertable<HappeningTable>[],
): Promise<void> => {
  if (rows.length > 0) await db.insertInto("happening").values(rows).execute();
};

const numbered = (db: Database) =>
  db
    .selectFrom("happening")
    .select(["id", "seq", "at", "type", "person", "body"])
    .$narrowType<{ seq: number }>()
    .where("seq", "is not", null);

export type HappeningRow = Awaited<ReturnType<typeof readAfter>>[number];

/** The next ones behind a number, oldest first. */
export const readAfter = (db: Database, seq: number, limit: number) =>
  numbered(db).where("seq", ">", seq).orderBy("seq").limit(limit).execute();

/** Newest first. */
export const listBefore = (
  db: Database,
  { before, type, limit }: { before: number | null; type: string | null; limit: number },
): Promise<readonly HappeningRow[]> =>
  numbered(db)
    .$if(before !== null, (query) => query.where("seq", "<", before ?? 0))
    .$if(type !== null, (query) => query.where("type", "=", type ?? ""))
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();

export const readLastSeq = async (db: Database): Promise<number> =>
  (await db.selectFrom("happeningState").select("lastSeq").executeTakeFirst())?.lastSeq ?? 0;

type State = {
  readonly lastSeq: number;
  readonly gateModes: Readonly<Record<string, GateMode>> | null;
  readonly toldSeq: number | null;
};

/** One node at a time, until the transaction ends. A demo that was removed took the row along. */
export const lockState = async (tx: Database): Promise<State> =>
  tx
    .insertInto("happeningState")
    .values({ lastSeq: 0, gateModes: null, toldSeq: null })
    .onConflict((conflict) =>
      conflict
        .column("onlyOne")
        .doUpdateSet((eb) => ({ lastSeq: eb.ref("happeningState.lastSeq") })),
    )
    .returning(["lastSeq", "gateModes", "toldSeq"])
    .executeTakeFirstOrThrow();

export const writeGateModes = async (
  tx: Database,
  modes: Readonly<Record<string, GateMode>>,
): Promise<void> => {
  await tx
    .updateTable("happeningState")
    .set({ gateModes: JSON.stringify(modes) })
    .execute();
};

export const writeToldSeq = async (tx: Database, toldSeq: number): Promise<void> => {
  await tx.updateTable("happeningState").set({ toldSeq }).execute();
};

export const isAnyWaiting = async (db: Database): Promise<boolean> => {
  const { rows } = await sql`${sql.raw(kept("happenings-waiting"))}
    select 1 from happening where seq is null and webhook_id is null limit 1`.execute(db);
  return rows.length > 0;
};

/** Gives the next happenings their numbers, and each of them to every webhook that is to hear of it. */
export const numberNext = async (
  tx: Database,
  { lastSeq, limit, now }: { lastSeq: number; limit: number; now: Date },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with next as (
      select id, ${lastSeq}::bigint + row_number() over (order by entry) as seq
      from happening where seq is null and webhook_id is null order by entry limit ${limit}
    ), numbered as (
      update happening set seq = next.seq from next where happening.id = next.id
      returning happening.id, happening.type
    ), handed as (
      insert into webhook_delivery (id, webhook_id, happening_id, state, made_at, next_at)
      select gen_random_uuid(), webhook.id, numbered.id, 'waiting', ${now}, ${now}
      from numbered join webhook on webhook.active and numbered.type = any (webhook.types)
    )
    select count(*) as count from numbered`.execute(tx);
  const count = rows[0]?.count ?? 0;
  await tx
    .updateTable("happeningState")
    .set({ lastSeq: lastSeq + count })
    .execute();
  return count;
};

/** A few thousand at a time, so that a long list is no long lock; what was to be delivered of them goes along. */
export const deleteBefore = async (db: Database, before: Date, limit: number): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from happening where id in (
      select id from happening where at < ${before} order by at limit ${limit})`.execute(db);
  return Number(numAffectedRows ?? 0n);
};
