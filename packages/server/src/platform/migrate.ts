import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import pg from "pg";
import type { ConnectionSettings } from "./connection.ts";

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

export type Migrated = {
  readonly applied: readonly string[];
  readonly version: number;
};

/** This database is not one that this program can go on with. */
export type MigrationFault = { readonly sentence: string; readonly remedy: string };

/** Numbers the lock that keeps two nodes from migrating at once. */
const migrationLock = 7_300_001;

export const readMigrations = async (folder: string): Promise<readonly Migration[]> => {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[\w-]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      number: Number(file.slice(0, 4)),
      name: file,
      sql: await readFile(join(folder, file), "utf8"),
    })),
  );
};

const hashOf = (migration: Migration): string =>
  createHash("sha256").update(migration.sql).digest("hex");

/**
 * Brings the database to the newest version, or to `upTo`. Each migration runs in one transaction with its
 * own record, so a crash leaves it done or not begun. An older program refuses a newer database.
 */
export const migrate = async (
  settings: ConnectionSettings,
  migrations: readonly Migration[],
  upTo = Number.POSITIVE_INFINITY,
): Promise<Result<Migrated, MigrationFault>> => {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    await giveUpWithoutUs(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      `create table if not exists migration (
         number integer primary key, name text not null, hash text not null,
         applied_at timestamptz not null default now())`,
    );
    const done = await client.query<{ number: number; hash: string; name: string }>(
      "select number, hash, name from migration order by number",
    );
    const wanted = migrations.filter((migration) => migration.number <= upTo);
    const strange = strangeHistory(done.rows, migrations);
    if (strange) return fail(strange);
    const applied: string[] = [];
    for (const migration of wanted.slice(done.rows.length)) {
      await applyOne(client, migration);
      applied.push(migration.name);
    }
    return ok({ applied, version: wanted.at(-1)?.number ?? 0 });
  } finally {
    await client.end();
  }
};

/**
 * A server goes on with the statement of a program that was killed, and holds its locks until then: the next
 * start would wait for a long migration that nobody will commit. Not every system can look (POLLRDHUP).
 */
const giveUpWithoutUs = (client: pg.Client): Promise<unknown> =>
  client.query("set client_connection_check_interval = '500ms'").catch(() => undefined);

const strangeHistory = (
  done: readonly { number: number; hash: string; name: string }[],
  migrations: readonly Migration[],
): MigrationFault | null => {
  for (const [index, row] of done.entries()) {
    const known = migrations[index];
    if (!known) {
      return {
        sentence: `The database was made by a newer Checkride (${row.name}).`,
        remedy: "Start that version, or restore a backup made by this one into an empty place.",
      };
    }
    if (known.number !== row.number || hashOf(known) !== row.hash) {
      return {
        sentence: `The database has a migration ${row.name} that differs from this program's ${known.name}.`,
        remedy: "Start the version that made it, or restore a backup into an empty place.",
      };
    }
  }
  return null;
};

const applyOne = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into migration (number, name, hash) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      hashOf(migration),
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
};
