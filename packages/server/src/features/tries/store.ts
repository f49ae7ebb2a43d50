import type { Item } from "@checkride/rules/item";
import { sql } from "kysely";
import type { DrawnItem } from "../../platform/assessment-tables.ts";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { GivenItem, Sitting } from "../../platform/tries.ts";

type SittingRow = Omit<Sitting, "given">;

const columns = [
  "id",
  "personId",
  "activity",
  "number",
  "seed",
  "bankVersion",
  "drawn",
  "startedAt",
  "endedAt",
  "score",
  "passMark",
  "passed",
] as const;

const withAllGiven = async (
  db: Database,
  rows: readonly SittingRow[],
): Promise<readonly Sitting[]> => {
  const given = await readGiven(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, given: given.get(row.id) ?? [] }));
};

const withGiven = async (db: Database, row: SittingRow | undefined): Promise<Sitting | null> =>
  row ? ((await withAllGiven(db, [row]))[0] ?? null) : null;

const readGiven = async (
  db: Database,
  tries: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenItem[]>> => {
  if (tries.length === 0) return new Map();
  const { rows } = await sql<GivenItem & { tryId: string }>`${sql.raw(kept("given-items"))}
    select try_id, place, answer, is_right as "right", share, sure, answered_at as at
    from item_answer where try_id = any(${tries}::uuid[]) order by try_id, place`.execute(db);
  const byTry = new Map<string, GivenItem[]>();
  for (const { tryId, ...given } of rows) {
    const known = byTry.get(tryId);
    if (known) known.push(given);
    else byTry.set(tryId, [given]);
  }
  return byTry;
};

export const readSitting = async (
  db: Database,
  personId: string,
  id: string,
): Promise<Sitting | null> =>
  withGiven(
    db,
    await db
      .selectFrom("itemTry")
      .select(columns)
      .where("id", "=", id)
      .where("personId", "=", personId)
      .executeTakeFirst(),
  );

/** From here to the end of the transaction nobody else answers in this try. */
export const lockSitting = async (
  tx: Database,
  personId: string,
  id: string,
): Promise<Sitting | null> => {
  const { rows } = await sql<SittingRow>`${sql.raw(kept("lock-sitting"))}
    select id, person_id, activity, number, seed, bank_version, drawn, started_at, ended_at, score,
      pass_mark, passed
    from item_try where id = ${id}::uuid and person_id = ${personId}::uuid for update`.execute(tx);
  return withGiven(tx, rows[0]);
};

export const readOpen = async (
  db: Database,
  personId: string,
  activities: readonly string[],
): Promise<readonly Sitting[]> =>
  withAllGiven(
    db,
    await db
      .selectFrom("itemTry")
      .select(columns)
      .where("personId", "=", personId)
      .where("activity", "in", activities)
      .where("endedAt", "is", null)
      .execute(),
  );

/** The newest first. */
export const readEnded = async (
  db: Database,
  personId: string,
  activities: readonly string[],
  limit: number,
): Promise<readonly Sitting[]> => {
  const rows = await db
    .selectFrom("itemTry")
    .select(columns)
    .where("personId", "=", personId)
    .where("activity", "in", activities)
    .where("endedAt", "is not", null)
    .orderBy("endedAt", "desc")
    .limit(limit)
    .execute();
  return withAllGiven(db, rows);
};

/** Every item that this person has answered in any try. */
export const readSeen = async (db: Database, personId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom("itemAnswer")
    .innerJoin("itemTry", "itemTry.id", "itemAnswer.tryId")
    .select("itemAnswer.item")
    .distinct()
    .where("itemTry.personId", "=", personId)
    .execute();
  return new Set(rows.map(({ item }) => item));
};

export type NewTry = {
  readonly id: string;
  readonly personId: string;
  readonly activity: string;
  readonly number: number;
  readonly seed: string;
  readonly bankVersion: string;
  readonly drawn: readonly DrawnItem[];
  readonly startedAt: Date;
};

/** False: another request has just opened one. */
export const insertTry = async (tx: Database, row: NewTry): Promise<boolean> => {
  const inserted = await tx
    .insertInto("itemTry")
    .values({ ...row, drawn: JSON.stringify(row.drawn) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
};

/** In the order of the key, so that two writers cannot wait for each other. */
export const keepVersions = async (tx: Database, items: readonly Item[]): Promise<void> => {
  const rows = items
    .map((item) => ({ item: item.id, version: item.version, content: JSON.stringify(item) }))
    .toSorted((a, b) => (a.item < b.item ? -1 : 1));
  await tx
    .insertInto("itemVersion")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

type VersionKey = { readonly item: string; readonly version: string };

export const readVersions = async (
  db: Database,
  wanted: readonly VersionKey[],
): Promise<readonly Item[]> => {
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom("itemVersion")
    .select("content")
    .where((eb) => eb.or(wanted.map(({ item, version }) => eb.and({ item, version }))))
    .execute();
  return rows.map(({ content }) => content);
};

export type NewAnswer = GivenItem & { readonly tryId: string; readonly drawn: DrawnItem };

/** False: the question has its answer. */
export const insertAnswer = async (tx: Database, row: NewAnswer): Promise<boolean> => {
  const { tryId, drawn, place, answer, right, share, sure, at } = row;
  const { numAffectedRows } = await sql`${sql.raw(kept("insert-answer"))}
    insert into item_answer
      (try_id, place, item, version, is_first, answer, is_right, share, sure, answered_at)
    values (${tryId}::uuid, ${place}::smallint, ${drawn.item}, ${drawn.version},
      ${drawn.isFirst}::boolean, ${JSON.stringify(answer)}::jsonb, ${right}::boolean,
      ${share}::double precision, ${sure}::smallint, ${at}::timestamptz)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

export type Ending = {
  readonly endedAt: Date;
  readonly score: number | null;
  readonly passMark: number | null;
  readonly passed: boolean | null;
};

export const endTry = async (tx: Database, id: string, ending: Ending): Promise<void> => {
  await tx.updateTable("itemTry").set(ending).where("id", "=", id).execute();
};
