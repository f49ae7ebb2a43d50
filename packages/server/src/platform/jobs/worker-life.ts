import { randomInt } from "node:crypto";
import pg from "pg";
import type { ConnectionSettings } from "../connection.ts";
import type { Log } from "../log.ts";
import { type Repeating, repeat } from "./repeat.ts";

/**
 * The queue keeps the jobs of a worker that died locked for four hours. So each process holds an advisory
 * lock as long as it lives (the database lets go of it with the connection) and says in `worker_life` which
 * workers it stands for. Whoever gets another's lock knows that its workers are dead and frees their jobs.
 *
 * A process cut off from the database looks dead too and its jobs may then run twice: jobs must bear that.
 */
export type WorkerLife = Repeating & { readonly claim: (workerId: string) => void };

export type WorkerLifeOptions = {
  readonly settings: ConnectionSettings;
  readonly log: Log;
  readonly pauseMs?: number;
};

const lockKeyEnd = 2 ** 47;

export const startWorkerLife = ({
  settings,
  log,
  pauseMs = 60_000,
}: WorkerLifeOptions): WorkerLife => {
  const lockKey = randomInt(1, lockKeyEnd);
  const workers = new Set<string>();
  let client: pg.Client | null = null;
  const connected = async (): Promise<pg.Client> => {
    if (client) return client;
    const fresh = new pg.Client({ ...settings, keepAlive: true });
    const lost = () => {
      if (client === fresh) client = null;
      loop.wake();
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    await fresh.connect();
    await fresh.query("select pg_advisory_lock($1)", [lockKey]);
    client = fresh;
    return fresh;
  };
  const loop = repeat({
    name: "worker-life",
    pauseMs,
    log,
    run: async () => {
      const live = await connected();
      await live.query(
        `insert into worker_life (worker_id, lock_key, started_at)
         select id, $2, now() from unnest($1::text[]) as id on conflict do nothing`,
        [[...workers], lockKey],
      );
      const freed = await freeJobsOfTheDead(live, lockKey);
      if (freed.length > 0) log.warn({ workers: freed }, "freed the jobs of workers that died");
      return false;
    },
  });
  return {
    wake: loop.wake,
    claim: (workerId) => {
      workers.add(workerId);
      loop.wake();
    },
    stop: async (limitMs) => {
      await loop.stop(limitMs);
      await client?.query(forgetIdle, [lockKey]).catch(() => 0);
      await client?.end();
    },
  };
};

/** A worker that was stopped in the middle of a job stays known, so that the next one frees the job at once. */
const forgetIdle = `delete from worker_life where lock_key = $1
  and not exists (select from graphile_worker.jobs where locked_by = worker_id)`;

const freeJobsOfTheDead = async (client: pg.Client, ownKey: number): Promise<readonly string[]> => {
  const others = await client.query<{ lock_key: string; ids: string[] }>(
    `select lock_key, array_agg(worker_id) as ids from worker_life
     where lock_key <> $1 group by lock_key`,
    [ownKey],
  );
  const freed: string[] = [];
  for (const { lock_key: key, ids } of others.rows) {
    const taken = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [
      key,
    ]);
    if (taken.rows[0]?.free !== true) continue;
    await free(client, ids);
    await client.query("delete from worker_life where lock_key = $1", [key]);
    await client.query("select pg_advisory_unlock($1)", [key]);
    freed.push(...ids);
  }
  return [...freed, ...(await freeStrangers(client))];
};

const free = (client: pg.Client, ids: readonly string[]) =>
  client.query("select graphile_worker.force_unlock_workers($1::text[])", [ids]);

/** Died between its first job and the entry of its name, which takes a moment at most. */
const freeStrangers = async (client: pg.Client): Promise<readonly string[]> => {
  const found = await client.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_by is not null and locked_at < now() - interval '2 minutes'
       and not exists (select 1 from worker_life where worker_id = locked_by)`,
  );
  const ids = found.rows.map((row) => row.locked_by);
  if (ids.length > 0) await free(client, ids);
  return ids;
};
