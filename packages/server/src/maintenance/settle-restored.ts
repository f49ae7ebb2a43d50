import type { Client } from "pg";

/**
 * Queued jobs are not in a backup. What they would have done is put where it is found again: every stored
 * standing is computed anew, and an import that was being written says that it has to be started again.
 */
export const settleRestored = async (client: Client, now: Date): Promise<void> => {
  await client.query(
    "insert into standing_stale (person_id, since) select id, $1 from person on conflict do nothing",
    [now],
  );
  await client.query(
    `update people_import set state = 'failed',
       failure = 'The installation was restored from a backup while this import was being written. Read the file again: what is there already is not done twice.'
     where state = 'running'`,
  );
  // What was ended after the backup must not come back to life with it: everybody signs in again.
  await client.query("delete from session");
  await client.query("delete from one_time_link");
  await client.query("delete from worker_life");
  await client.query("analyze");
};
