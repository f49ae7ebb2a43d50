import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { Lease, Waiting } from "./attempt-store.ts";

/** Still being worked on. */
export const renewAll = async (
  db: Database,
  ids: readonly string[],
  { by, until }: Lease,
): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .updateTable("labAttempt")
    .set({ leasedUntil: until })
    .where("id", "in", ids)
    .where("leasedBy", "=", by)
    .execute();
};

/** What nobody holds any more, in the order in which it was handed in; no two processes get the same. */
export const claimLeft = async (
  db: Database,
  { by, until }: Lease,
  now: Date,
  limit: number,
): Promise<readonly Waiting[]> => {
  const { rows } = await sql<Waiting>`
    with taken as (
      select id from lab_attempt
      where state in ('waiting', 'running') and leased_until <= ${now}::timestamptz
      order by at limit ${limit}::integer for update skip locked)
    update lab_attempt a
    set leased_by = ${by}::uuid, leased_until = ${until}::timestamptz
    from taken, lab_workspace w
    where a.id = taken.id and w.id = a.workspace_id
    returning a.id, a.workspace_id, a.number, a.person_id, a.at, a.files, a.submission_hash, a.seed,
      a.version, a.has_changed, w.lab`.execute(db);
  return rows;
};

/** This process ends: whoever comes next may begin with it at once. */
export const releaseAll = async (db: Database, by: string, now: Date): Promise<void> => {
  await db.updateTable("labAttempt").set({ leasedUntil: now }).where("leasedBy", "=", by).execute();
};
