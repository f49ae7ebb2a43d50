import { sql } from "kysely";
import type { Database } from "../database.ts";

export type JobSpec = {
  /** Of jobs with one key only the newest is kept as long as it has not begun. */
  readonly key?: string;
  readonly runAt?: Date;
};

export type Enqueue = (
  db: Database,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  spec?: JobSpec,
) => Promise<void>;

/** In the caller's transaction: the job exists if, and only if, what it belongs to was committed. */
export const enqueue: Enqueue = async (db, name, payload, { key, runAt } = {}) => {
  await sql`select graphile_worker.add_job(
    identifier => ${name}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null})`.execute(db);
};
