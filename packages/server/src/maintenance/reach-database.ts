import { access } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Config } from "../platform/config.ts";
import type { ConnectionSettings } from "../platform/connection.ts";
import { appRole } from "../platform/postgres/access-files.ts";
import { dataDirectoryOf, findClusterHome } from "../platform/postgres/cluster-home.ts";
import { connectDatabase } from "../platform/postgres/open-database.ts";
import type { PostgresFault } from "../platform/postgres/postgres-fault.ts";
import type { PostgresLog } from "../platform/postgres/postgres-log.ts";
import { defaultSharedPlace } from "../platform/postgres/shared-place.ts";
import { socketPlaceOf, socketPort } from "../platform/postgres/socket-place.ts";
import { type Answer, refuseWith } from "./answer.ts";

type Place = Pick<Config, "databaseUrl" | "dataDir">;

export type ReachedDatabase = {
  readonly settings: ConnectionSettings;
  /** A server elsewhere, ours that was running already, or ours that was started for this. */
  readonly how: "server" | "running" | "started";
  readonly stop: () => Promise<void>;
};

const silent: PostgresLog = { info: () => undefined, warn: () => undefined };

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether a data folder has a PostgreSQL in it, so that looking at one does not make one. */
export const hasCluster = async (dataDir: string): Promise<boolean> =>
  (await exists(join(dataDir, "postgres"))) || exists(join(dataDir, "postgres-elsewhere.json"));

/** The socket of the PostgreSQL that another process runs in this data folder; null when there is none. */
const runningSettings = async (dataDir: string): Promise<ConnectionSettings | null> => {
  const home = await findClusterHome(dataDir, defaultSharedPlace, silent);
  const host = home.ok ? await socketPlaceOf(dataDirectoryOf(home.value.folder)) : null;
  return host === null ? null : { host, port: socketPort, user: appRole, database: appRole };
};

/** The database of an installation, whether a server runs on it at this moment or not. */
export const reachDatabase = async (
  { databaseUrl, dataDir }: Place,
  now: Date,
): Promise<Result<ReachedDatabase, PostgresFault>> => {
  const connected = await connectDatabase({
    databaseUrl: databaseUrl ?? undefined,
    dataDir,
    log: silent,
    now,
  });
  if (connected.ok) {
    const { settings, stop, kind } = connected.value;
    return ok({ settings, stop, how: kind === "server" ? "server" : "started" });
  }
  if (connected.error.kind !== "data-folder-in-use") return connected;
  const settings = await runningSettings(dataDir);
  return settings
    ? ok({ settings, how: "running", stop: async () => undefined })
    : fail(connected.error);
};

export const databaseRefused = (fault: PostgresFault): Answer =>
  refuseWith("notReached", { code: fault.kind, says: fault.sentence, wayOut: fault.remedy });
