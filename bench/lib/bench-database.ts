import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectionSettings } from "../../packages/server/src/platform/connection.ts";
import type { Database } from "../../packages/server/src/platform/database.ts";
import { migrationsFolder } from "../../packages/server/src/platform/folders.ts";
import { newId } from "../../packages/server/src/platform/ids.ts";
import { prepareJobs } from "../../packages/server/src/platform/jobs/start-worker.ts";
import { makeLog } from "../../packages/server/src/platform/log.ts";
import { migrate, readMigrations } from "../../packages/server/src/platform/migrate.ts";
import { connectDatabase } from "../../packages/server/src/platform/postgres/open-database.ts";

export type BenchDatabase = {
  readonly settings: ConnectionSettings;
  readonly stop: () => Promise<void>;
};

/** The database in DATABASE_URL, which is written to, or an embedded one that is gone afterwards. */
export const openBenchDatabase = async (): Promise<BenchDatabase> => {
  const databaseUrl = process.env["DATABASE_URL"];
  const dataDir = await mkdtemp(join(tmpdir(), "checkride-bench-"));
  const log = { info: () => undefined, warn: (message: string) => console.warn(message) };
  const connected = await connectDatabase({ databaseUrl, dataDir, now: new Date(), log });
  if (!connected.ok) throw new Error(JSON.stringify(connected.error));
  const { settings, stop } = connected.value;
  await migrate(settings, await readMigrations(migrationsFolder()));
  await prepareJobs(settings, makeLog("error"));
  return {
    settings,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const teams = 40;
const batch = 2_000;

/** People who work in so many teams; their ids, in order. */
export const addBenchPeople = async (db: Database, count: number): Promise<readonly string[]> => {
  const now = new Date();
  const startedAt = new Date(now.getTime() - 200 * 86_400_000);
  const ids = Array.from({ length: count }, () => newId(now)).toSorted();
  for (let from = 0; from < count; from += batch) {
    const rows = ids.slice(from, from + batch).map((id, i) => ({
      id,
      email: `${id}@bench.example`,
      name: `Person ${from + i}`,
      team: `Team ${(from + i) % teams}`,
      job: "developer",
      tier: 2 as const,
      roles: ["learner" as const],
      attributes: "{}",
      startedAt,
      joinedAt: startedAt,
      createdAt: startedAt,
      updatedAt: startedAt,
    }));
    await db.insertInto("person").values(rows).execute();
  }
  return ids;
};
