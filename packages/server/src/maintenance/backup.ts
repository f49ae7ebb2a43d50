import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, ok, type Result } from "@checkride/rules/result";
import pg, { type Client } from "pg";
import type { Config } from "../platform/config.ts";
import { masterKeyFile } from "../platform/master-key.ts";
import { productVersion } from "../platform/product-version.ts";
import { type Answer, type MaintenanceIo, refuseWith } from "./answer.ts";
import { type BackupHeader, backupFormat, backupVersion } from "./backup-format.ts";
import { beginSnapshot } from "./copy-table.ts";
import {
  databaseRefused,
  hasCluster,
  type ReachedDatabase,
  reachDatabase,
} from "./reach-database.ts";
import { readTableShapes } from "./table-catalogue.ts";
import { writeBackup } from "./write-backup.ts";

type Wanted = { readonly path: string; readonly withMasterKey: boolean };

const readArguments = (args: readonly string[], now: Date): Wanted => {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: "string" }, "without-master-key": { type: "boolean" } },
  });
  const time = now.toISOString().slice(0, 19).replaceAll(":", "");
  return {
    path: resolve(values.out ?? `checkride-${time}Z.backup`),
    withMasterKey: values["without-master-key"] !== true,
  };
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Null: the key is kept in the environment, or is to be left out. */
const readMasterKey = async (config: Config, wanted: Wanted): Promise<string | null> => {
  if (!wanted.withMasterKey || config.secretHex !== null) return null;
  const text = await readFile(masterKeyFile(config.dataDir), "utf8").catch(() => null);
  return text?.trim() ?? null;
};

type Migrated = BackupHeader["migrations"];

const readMigrated = async (client: Client): Promise<Result<Migrated, Answer>> => {
  const known = await client.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (known.rows[0]?.there !== true) {
    return fail(
      refuseWith("negative", {
        code: "nothing-to-back-up",
        says: "The database is empty: no Checkride has ever run on it.",
        wayOut: "Check DATABASE_URL or CHECKRIDE_DATA.",
      }),
    );
  }
  const { rows } = await client.query<Migrated[number]>(
    "select number, name, hash from migration order by number",
  );
  return ok(rows);
};

const describe = (
  path: string,
  header: BackupHeader,
  bytes: number,
  keyElsewhere: boolean,
): Answer => {
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  const hasKey = header.masterKeySha256 !== null;
  const withKey =
    "It holds the master key: whoever has this file has everything, so keep it as safe as the installation.";
  const withoutKey = `It does not hold the master key${keyElsewhere ? ", which is in CHECKRIDE_SECRET" : ""}: keep that elsewhere, because without it the ledger cannot be signed on.`;
  return {
    exit: "ok",
    lines: [
      `${path}: ${rows.toLocaleString("en")} rows of ${header.tables.length} tables, ${(bytes / 1e6).toFixed(1)} MB, readable for its owner only.`,
      hasKey ? withKey : withoutKey,
    ],
    json: { file: path, bytes, rows, masterKey: hasKey, header },
  };
};

const backUp = async (
  config: Config,
  wanted: Wanted,
  database: ReachedDatabase,
  io: MaintenanceIo,
): Promise<Answer> => {
  const client = new pg.Client(database.settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    await beginSnapshot(client);
    const migrations = await readMigrated(client);
    if (!migrations.ok) return migrations.error;
    const header = await writeBackup({
      client,
      shapes: await readTableShapes(client),
      path: wanted.path,
      masterKey: await readMasterKey(config, wanted),
      about: {
        format: backupFormat,
        version: backupVersion,
        product: productVersion,
        createdAt: io.now().toISOString(),
        migrations: migrations.value,
      },
      progress: io.progress,
      ...(io.signal && { signal: io.signal }),
    });
    io.progress("");
    return describe(wanted.path, header, (await stat(wanted.path)).size, config.secretHex !== null);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** `checkride backup`: one consistent moment of everything, in one file, also while the server runs. */
export const backup = async (
  config: Config,
  args: readonly string[],
  io: MaintenanceIo,
): Promise<Answer> => {
  const wanted = readArguments(args, io.now());
  if (await exists(wanted.path)) {
    const says = `${wanted.path} exists already and is not overwritten.`;
    return refuseWith("usage", { code: "file-exists", says, wayOut: "Name another with --out." });
  }
  if (config.databaseUrl === null && !(await hasCluster(config.dataDir))) {
    return refuseWith("negative", {
      code: "nothing-to-back-up",
      says: `There is no installation in ${config.dataDir}.`,
      wayOut: "Name its data folder with CHECKRIDE_DATA, or its database with DATABASE_URL.",
    });
  }
  const database = await reachDatabase(config, io.now());
  if (!database.ok) return databaseRefused(database.error);
  try {
    return await backUp(config, wanted, database.value, io);
  } finally {
    await database.value.stop();
  }
};
