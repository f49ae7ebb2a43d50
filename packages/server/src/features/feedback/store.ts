import type { Insertable, Selectable } from "kysely";
import type { FeedbackTable } from "../../platform/content-tables.ts";
import type { Database } from "../../platform/database.ts";

export type FeedbackRow = Selectable<FeedbackTable>;

export const insertFeedback = async (
  tx: Database,
  row: Insertable<FeedbackTable>,
): Promise<FeedbackRow> =>
  tx.insertInto("feedback").values(row).returningAll().executeTakeFirstOrThrow();

export const listMine = (
  db: Database,
  personId: string,
  limit: number,
): Promise<readonly FeedbackRow[]> =>
  db
    .selectFrom("feedback")
    .selectAll()
    .where("personId", "=", personId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();

type Wish = {
  readonly module: string | undefined;
  readonly state: FeedbackRow["state"] | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** The newest first: ids grow with time. */
export const listFeedback = (db: Database, wish: Wish): Promise<readonly FeedbackRow[]> => {
  let query = db.selectFrom("feedback").selectAll().orderBy("id", "desc").limit(wish.limit);
  if (wish.module !== undefined) query = query.where("module", "=", wish.module);
  if (wish.state !== undefined) query = query.where("state", "=", wish.state);
  if (wish.before !== null) query = query.where("id", "<", wish.before);
  return query.execute();
};

export type Answered = Pick<FeedbackRow, "state" | "note" | "answeredBy" | "answeredAt">;

export const answerRow = (
  tx: Database,
  id: string,
  answered: Answered,
): Promise<FeedbackRow | undefined> =>
  tx.updateTable("feedback").set(answered).where("id", "=", id).returningAll().executeTakeFirst();

/** By module, those with the most first. */
export const countOpen = async (db: Database): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom("feedback")
    .select((eb) => ["module", eb.fn.countAll<number>().as("count")])
    .where("state", "=", "open")
    .groupBy("module")
    .orderBy("count", "desc")
    .orderBy("module")
    .execute();
  return new Map(rows.map(({ module, count }) => [module, count]));
};
