import type { Item } from "@checkride/rules/item";
import { sql } from "kysely";
import type { DrawnItem } from "../../platform/assessment-tables.ts";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { GivenItem, Sitting } from "../../platform/tries.ts";

type SittingRow = Omit<Sitting, "given"> & {
  readonly given: readonly (Omit<GivenItem, "at"> & { readonly at: string })[];
};

const sittingQuery = sql.raw(`
  select t.id, t.person_id, t.activity, t.number, t.seed, t.bank_version, t.drawn, t.started_at,
    t.ended_at, t.score, t.pass_mark, t.passed, coalesce((
      select jsonb_agg(jsonb_build_object('place', a.place, 'answer', a.answer, 'right', a.is_right,
        'share', a.share, 'sure', a.sure, 'at', a.answered_at) order by a.place)
      from item_answer a where a.try_id = t.id), '[]') as given
  from item_try t`);

const sittingOf = ({ given, ...row }: SittingRow): Sitting => ({
  ...row,
  given: given.map(({ at, ...one }) => ({ ...one, at: new Date(at) })),
});

export const readSitting = async (
  db: Database,
  personId: string,
  id: string,
): Promise<Sitting | null> => {
  const { rows } = await sql<SittingRow>`${sql.raw(kept("read-sitting"))}${sittingQuery}
    where t.id = ${id}::uuid and t.person_id = ${personId}::uuid`.execute(db);
  return rows[0] ? sittingOf(rows[0]) : null;
};

/** From here to the end of the transaction nobody else ends this try. */
export const lockSitting = async (tx: Database, id: string): Promise<void> => {
  await sql`select from item_try where id = ${id}::uuid for update`.execute(tx);
};

export const readOpen = async (
  db: Database,
  personId: string,
  activities: readonly string[],
): Promise<readonly Sitting[]> => {
  const { rows } = await sql<SittingRow>`${sql.raw(kept("open-sittings"))}${sittingQuery}
    where t.person_id = ${personId}::uuid and t.activity = any(${activities}::text[])
      and t.ended_at is null`.execute(db);
  return rows.map(sittingOf);
};

/** The newest first. */
export const readEnded = async (
  db: Database,
  personId: string,
  activities: readonly string[],
  limit: number,
): Promise<readonly Sitting[]> => {
  const { rows } = await sql<SittingRow>`${sql.raw(kept("ended-sittings"))}${sittingQuery}
    where t.person_id = ${personId}::uuid and t.activity = any(${activities}::text[])
      and t.ended_at is not null
    order by t.ended_at desc, t.number desc limit ${limit}`.execute(db);
  return rows.map(sittingOf);
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

/**
 * False: the question has its answer, or another one was given since `before` answers were read. One statement, so
 * that most answers need no transaction of their own.
 */
export const insertAnswer = async (
  tx: Database,
  row: NewAnswer,
  before: number,
): Promise<boolean> => {
  const { tryId, drawn, place, answer, right, share, sure, at } = row;
  const { numAffectedRows } = await sql`${sql.raw(kept("insert-answer"))}
    insert into item_answer
      (try_id, place, item, version, is_first, answer, is_right, share, sure, answered_at)
    select t.id, ${place}::smallint, ${drawn.item}::text, ${drawn.version}::text,
      ${drawn.isFirst}::boolean, ${JSON.stringify(answer)}::jsonb, ${right}::boolean,
      ${share}::double precision, ${sure}::smallint, ${at}::timestamptz
    from item_try t
    where t.id = ${tryId}::uuid and t.ended_at is null
      and (select count(*) from item_answer a where a.try_id = t.id) = ${before}::integer
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
