import type { Client } from "pg";
import { about, type Check } from "./check.ts";

const check = about("worker");

/** A worker holds the advisory lock of its number as long as it lives (see platform/jobs/worker-life.ts). */
const liveSql = `
  select count(distinct lock_key)::integer as live from worker_life
  where exists (select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and classid = (lock_key >> 32)::bigint and objid = (lock_key & 4294967295)::bigint)`;

export const judgeWorkers = (live: number, isServed: boolean): Check => {
  if (live > 0) return check.ok(`${live} process${live === 1 ? " works" : "es work"} on jobs.`);
  return isServed
    ? check.fail(
        "A server runs, but nobody works on jobs: standings are not refreshed and imports do not go on.",
        "Start a process with --services=worker, or without --services.",
      )
    : check.note("Checkride is not running, so nobody works on jobs.");
};

export const countWorkers = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ live: number }>(liveSql);
  return rows[0]?.live ?? 0;
};
