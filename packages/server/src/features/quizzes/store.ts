import type { AnswerSums } from "@checkride/rules/item-statistics";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

/** When somebody last passed any of these activities. */
export const readLastPass = async (
  db: Database,
  personId: string,
  activities: readonly string[],
): Promise<Date | null> => {
  const row = await db
    .selectFrom("evidence")
    .select("at")
    .where("person", "=", personId)
    .where("kind", "=", "activity.passed")
    .where(sql<string>`body ->> 'activity'`, "in", activities)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
};

export type ItemSums = AnswerSums & { readonly item: string };

/**
 * Sums over the newest first answers to each item, so that the work is bounded however many people learn. A try
 * counts once it is over; its rest is what was right without this item.
 */
export const readItemSums = async (
  db: Database,
  items: readonly string[],
  newest: number,
): Promise<readonly ItemSums[]> => {
  const { rows } = await sql<ItemSums>`
    select wanted.item, count(*)::integer as answers,
      sum(is_right::integer)::integer as "right",
      sum(rest) as rest, sum(rest * rest) as rest_squared,
      coalesce(sum(rest) filter (where is_right), 0) as rest_when_right
    from unnest(${items}::text[]) as wanted(item)
    cross join lateral (
      select a.is_right,
        coalesce((select avg(other.share) from item_answer other
          where other.try_id = a.try_id and other.place <> a.place), 0) as rest
      from item_answer a join item_try t on t.id = a.try_id
      where a.item = wanted.item and a.is_first and t.ended_at is not null
      order by a.answered_at desc limit ${newest}
    ) as newest
    group by wanted.item`.execute(db);
  return rows;
};
