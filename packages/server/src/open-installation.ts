import { hkdfSync } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { refuseCutOffRestore } from "./maintenance/restore-place.ts";
import { openMasterKey } from "./open-master-key.ts";
import type { Config } from "./platform/config.ts";
import type { ConnectionSettings } from "./platform/connection.ts";
import { type DatabaseHandle, openDatabase } from "./platform/database.ts";
import { migrationsFolder } from "./platform/folders.ts";
import type { Log } from "./platform/log.ts";
import { makeVault, type Vault } from "./platform/master-key.ts";
import { migrate, readMigrations } from "./platform/migrate.ts";
import { type ConnectedDatabase, connectDatabase } from "./platform/postgres/open-database.ts";
import type { StartFault } from "./start-fault.ts";

export type Installation = {
  readonly database: ConnectedDatabase;
  readonly handle: DatabaseHandle;
  /** A small pool of its own for what must be written though the request is refused. */
  readonly outside: DatabaseHandle;
  readonly vault: Vault;
  readonly deviceKey: Uint8Array;
  /** Decides in which order questions show their options. */
  readonly shuffleKey: Uint8Array;
  readonly close: () => Promise<void>;
};

const outsideConnections = 4;
const closeWithinMs = 500;

/** Keys for other uses are derived, so that none of them can stand in for the master key. */
const deriveKey = (masterKey: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", masterKey, new Uint8Array(), `checkride ${use}`, 32));

/** Database running and migrated, keys at hand: what every service of a process stands on. */
export const openInstallation = async (
  config: Config,
  log: Log,
  say: (line: string) => void,
): Promise<Result<Installation, StartFault>> => {
  say(config.databaseUrl ? "Connecting to the database" : "Starting the embedded database");
  const connected = await connectDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    dataDir: config.dataDir,
    now: new Date(),
    log: {
      info: (message) => log.info({ part: "postgres" }, message),
      warn: (message) => log.warn({ part: "postgres" }, message),
    },
  });
  if (!connected.ok) return connected;
  const database = connected.value;
  try {
    const prepared = await prepare(database.settings, config, say);
    if (!prepared.ok) {
      await database.stop();
      return prepared;
    }
    const masterKey = prepared.value;
    const handle = openDatabase(database.settings, config.connectionsMax);
    const outside = openDatabase(database.settings, outsideConnections);
    return ok({
      database,
      handle,
      outside,
      vault: makeVault(masterKey),
      deviceKey: deriveKey(masterKey, "device cookies"),
      shuffleKey: deriveKey(masterKey, "order of options"),
      close: async () => {
        const closed = Promise.all([handle.close(), outside.close()]);
        // Whoever still works on a connection was cut off and does not give it back.
        await Promise.race([closed, delay(closeWithinMs, undefined, { ref: false })]);
        await database.stop();
      },
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
};

/** The database is whole, of this version, and opened by the master key that is answered. */
const prepare = async (
  settings: ConnectionSettings,
  config: Config,
  say: (line: string) => void,
): Promise<Result<Buffer, StartFault>> => {
  const cutOff = await refuseCutOffRestore(settings);
  if (cutOff) return fail(cutOff);
  const migrated = await migrate(settings, await readMigrations(migrationsFolder()));
  if (!migrated.ok) return migrated;
  for (const name of migrated.value.applied) say(`Migrated the database: ${name}`);
  return openMasterKey(settings, config);
};
