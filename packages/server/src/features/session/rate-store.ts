import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type Count = { readonly count: number; readonly windowEndsAt: Date };

/** Counts one more in the bucket; a window that is over begins anew. */
export const countOne = async (
  db: Database,
  bucket: string,
  now: Date,
  windowEndsAt: Date,
): Promise<Count> =>
  db
    .insertInto("rate")
    .values({ bucket, count: 1, windowEndsAt })
    .onConflict((conflict) =>
      conflict.column("bucket").doUpdateSet({
        count: sql<number>`case when rate.window_ends_at <= ${now} then 1 else rate.count + 1 end`,
        windowEndsAt: sql<Date>`case when rate.window_ends_at <= ${now} then ${windowEndsAt} else rate.window_ends_at end`,
      }),
    )
    .returning(["count", "windowEndsAt"])
    .executeTakeFirstOrThrow();

export const uncountOne = async (db: Database, bucket: string): Promise<void> => {
  await db
    .updateTable("rate")
    .set((eb) => ({ count: eb("count", "-", 1) }))
    .where("bucket", "=", bucket)
    .where("count", ">", 0)
    .execute();
};
