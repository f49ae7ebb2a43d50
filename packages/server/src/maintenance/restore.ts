import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import pg, { type Client } from "pg";
import type { Config } from "../platform/config.ts";
import { migrationsFolder } from "../platform/folders.ts";
import { type Migration, migrate, readMigrations } from "../platform/migrate.ts";
import { type Answer, type MaintenanceIo, refuseWith } from "./answer.ts";
import type { BackupHeader } from "./backup-format.ts";
import { checkSealedRows } from "./check-sealed-rows.ts";
import { beginLoad } from "./copy-table.ts";
import { compareWithBackup, loadBackup } from "./load-backup.ts";
import { databaseRefused, type ReachedDatabase, reachDatabase } from "./reach-database.ts";
import { type OpenedBackup, verifyBackup } from "./read-backup.ts";
import { chooseKey, tryKey, writeKey } from "./restore-key.ts";
import {
  beginRestore,
  endRestore,
  readPlaceState,
  takeRestoreLock,
  undoRestore,
} from "./restore-place.ts";
import { describeRestored, type Restored } from "./restored-answer.ts";
import { settleRestored } from "./settle-restored.ts";
import { readSignedCheckpoint } from "./signed-checkpoint.ts";

type Verified = Pick<OpenedBackup, "header" | "headerLine" | "masterKey">;

type Work = {
  readonly path: string;
  readonly backup: Verified;
  readonly database: ReachedDatabase;
  readonly client: Client;
  readonly migrations: readonly Migration[];
  readonly io: MaintenanceIo;
};

const refuseBackup = (path: string, faults: readonly string[]): Answer =>
  refuseWith("negative", {
    code: "backup-refused",
    says: `${path} is refused: ${faults[0] ?? "it cannot be read"}. Nothing was written.`,
    ...(faults.length > 1 && { faults: faults.slice(1) }),
    wayOut: "Fetch the file again, or take an older backup.",
  });

/** A backup of a newer program, or of one with another history, cannot be made sense of here. */
const strangeMigration = (header: BackupHeader, known: readonly Migration[]): string | null => {
  const strange = header.migrations.find(({ number, hash }, index) => {
    const mine = known[index];
    if (!mine || mine.number !== number) return true;
    return createHash("sha256").update(mine.sql).digest("hex") !== hash;
  });
  return strange
    ? `it was made by Checkride ${header.product}, whose database has a step that this version does not know (${strange.name})`
    : null;
};

/** Schema, rows, comparison, ledger: one transaction for the rows, so that they are all there or none is. */
const load = async ({ path, backup, database, client, migrations, io }: Work) => {
  const { header, headerLine } = backup;
  const upTo = header.migrations.at(-1)?.number;
  const laidOut = await migrate(database.settings, migrations, upTo);
  if (!laidOut.ok) return [laidOut.error.sentence];
  await beginLoad(client);
  const loaded = await loadBackup({ client, path, headerLine, progress: io.progress });
  if (!loaded.ok) return [loaded.error];
  const differences = await compareWithBackup(client, header.tables, io.progress);
  if (differences.length > 0) return differences;
  const signed = await readSignedCheckpoint(client);
  if (!signed.ok) return [`its newest checkpoint is not to be believed: ${signed.error}`];
  const faults = await checkSealedRows(client, signed.value, io.progress);
  return faults.map((fault) => `its ledger is not what was signed: ${fault}`);
};

const fill = async (
  work: Work,
  key: { readonly key: string | null; readonly write: boolean },
  dataDir: string,
): Promise<Answer> => {
  const { client, database, migrations, path, backup, io } = work;
  const faults = await load(work);
  if (faults.length > 0) {
    await client.query("rollback");
    await undoRestore(client);
    return refuseBackup(path, faults);
  }
  await client.query("commit");
  if (key.key !== null && key.write) await writeKey(dataDir, key.key);
  const migrated = await migrate(database.settings, migrations);
  // The steps of the backup were compared with ours before.
  if (!migrated.ok) throw new Error(migrated.error.sentence);
  await settleRestored(client, io.now());
  const signed = await readSignedCheckpoint(client);
  const restored: Restored = {
    header: backup.header,
    keyFit: await tryKey(client, key.key),
    keyWritten: key.write,
    migrated: migrated.value.applied,
    sealed: signed.ok ? (signed.value?.size ?? 0) : 0,
    where: database.how === "server" ? "the database of DATABASE_URL" : dataDir,
    dataDir,
  };
  await endRestore(client);
  io.progress("");
  return describeRestored(restored);
};

const refusePlace = (why: string): Answer =>
  refuseWith("negative", {
    code: "not-empty",
    says: `${why}. A backup is only restored into an empty place; nothing was changed.`,
    wayOut: "Name a fresh data folder with --into, or an empty database with DATABASE_URL.",
  });

const restoreInto = async (
  config: Config,
  path: string,
  backup: Verified,
  database: ReachedDatabase,
  io: MaintenanceIo,
): Promise<Answer> => {
  const where = database.how === "server" ? "the database of DATABASE_URL" : config.dataDir;
  if (database.how === "running") return refusePlace(`A server is running on ${where}`);
  const client = new pg.Client(database.settings);
  client.on("error", () => undefined);
  await client.connect();
  io.signal?.addEventListener("abort", () => void client.end().catch(() => undefined));
  try {
    if (!(await takeRestoreLock(client)))
      return refusePlace(`Another restore is at work in ${where}`);
    const state = await readPlaceState(client);
    if (state === "taken") return refusePlace(`There is data in ${where}`);
    const key = await chooseKey(config, backup.masterKey);
    if (!key.ok) return key.error;
    if (state === "unfinished") io.err("An earlier restore was cut off here; beginning again.\n");
    await beginRestore(client, state);
    const migrations = await readMigrations(migrationsFolder());
    return await fill(
      { path, backup, database, client, migrations, io },
      key.value,
      config.dataDir,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** `checkride restore`: into an empty place only, and only a file that was read whole and found right. */
export const restore = async (
  given: Config,
  args: readonly string[],
  io: MaintenanceIo,
): Promise<Answer> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { into: { type: "string" } },
    allowPositionals: true,
  });
  const path = resolve(positionals[0] ?? "");
  const config = values.into === undefined ? given : { ...given, dataDir: resolve(values.into) };
  const backup = await verifyBackup(path, io.progress);
  if (!backup.ok) return refuseBackup(path, backup.error);
  const known = await readMigrations(migrationsFolder());
  const strange = strangeMigration(backup.value.header, known);
  if (strange !== null) return refuseBackup(path, [strange]);
  const database = await reachDatabase(config, io.now());
  if (!database.ok) return databaseRefused(database.error);
  try {
    return await restoreInto(config, path, backup.value, database.value, io);
  } finally {
    await database.value.stop();
  }
};
