import pg from "pg";
import type { TestDatabase } from "./test-database.ts";

/** The database is gone for everyone, as when its server stops, until the returned function is called. */
export const takeAway = async ({ url, adminUrl }: TestDatabase): Promise<() => Promise<void>> => {
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  const elsewhere = new URL(adminUrl);
  elsewhere.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: elsewhere.href });
  await admin.connect();
  await admin.query(`alter database ${name} with allow_connections false`);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    new URL(url).pathname.slice(1),
  ]);
  return async () => {
    await admin.query(`alter database ${name} with allow_connections true`);
    await admin.end();
  };
};
