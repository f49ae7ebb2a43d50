import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";

/** Starts the clock of somebody who has none yet. */
export const startClock = async (tx: Database, personId: string, now: Date): Promise<void> => {
  await tx
    .insertInto("learningClock")
    .values({ personId, beatAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/**
 * Sets a person's clock and answers what it said before, one report after the other; null: it was not set. The
 * insert reads from `before`, or what it said would be looked up only after it was overwritten.
 */
export const beatClock = async (tx: Database, person: string, now: Date): Promise<Date | null> => {
  const { rows } = await sql<{ before: Date | null }>`${sql.raw(kept("beat-clock"))}
    with before as (select beat_at from learning_clock where person_id = ${person}::uuid for update)
    insert into learning_clock (person_id, beat_at)
    select ${person}::uuid, ${now}::timestamptz from (select) as one left join before on true
    on conflict (person_id) do update set beat_at = excluded.beat_at
    returning (select beat_at from before) as before`.execute(tx);
  return rows[0]?.before ?? null;
};
