import pg from "pg";
import { onTestFinished } from "vitest";

export const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
};

/**
 * Whether somebody stands still in such a statement because of a lock. To be asked outside of a transaction:
 * within one the answer stays the first.
 */
export const waits = async (watcher: pg.Client, statement: string): Promise<boolean> => {
  const { rows } = await watcher.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
     and wait_event_type = 'Lock' and position($1 in query) > 0`,
    [statement],
  );
  return rows.length > 0;
};
