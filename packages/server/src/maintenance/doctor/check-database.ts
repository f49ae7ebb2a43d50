import { createHash } from "node:crypto";
import type { Client } from "pg";
import type { Migration } from "../../platform/migrate.ts";
import { isRestoreUnfinished } from "../restore-place.ts";
import { about, type Check } from "./check.ts";

const version = about("database");
const settings = about("database settings");
const migrations = about("migrations");

const oldestMajor = 15;

export const judgeVersion = (found: string): Check =>
  Number.parseInt(found, 10) < oldestMajor
    ? version.fail(`PostgreSQL ${found} answers.`, `Use PostgreSQL ${oldestMajor} or newer.`)
    : version.ok(`PostgreSQL ${found} answers.`);

/** Without these an acknowledged fact can be lost in a power cut. */
const mustBeOn = ["fsync", "synchronous_commit", "full_page_writes"] as const;

export const judgeSettings = (found: ReadonlyMap<string, string>): readonly Check[] => {
  const off = mustBeOn.filter((name) => found.get(name) === "off");
  return off.length === 0
    ? [settings.ok(`${mustBeOn.join(", ")} are on: what was acknowledged survives a power cut.`)]
    : off.map((name) =>
        settings.fail(
          `${name} is off: evidence that was acknowledged can be lost in a power cut.`,
          `Set ${name} = on for this database.`,
        ),
      );
};

type Done = { readonly number: number; readonly name: string; readonly hash: string };

export const judgeMigrations = (
  done: readonly Done[] | null,
  known: readonly Migration[],
): Check => {
  if (done === null) return migrations.note("The database is empty; the first start fills it.");
  const strange = done.find(({ number, hash }, index) => {
    const mine = known[index];
    const mineHash = mine && createHash("sha256").update(mine.sql).digest("hex");
    return mine?.number !== number || mineHash !== hash;
  });
  if (strange) {
    return migrations.fail(
      `The database has the step ${strange.name}, which this version does not know as it is there.`,
      "Start the version that made it, or restore a backup that this version made.",
    );
  }
  const waiting = known.slice(done.length);
  return waiting.length === 0
    ? migrations.ok(`All ${known.length} are applied.`)
    : migrations.note(
        `${waiting.map(({ name }) => name).join(", ")} will be applied at the next start.`,
      );
};

const readDone = async (client: Client): Promise<readonly Done[] | null> => {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migration') is not null as there",
  );
  if (rows[0]?.there !== true) return null;
  const done = await client.query<Done>("select number, name, hash from migration order by number");
  return done.rows;
};

export const checkDatabase = async (
  client: Client,
  known: readonly Migration[],
): Promise<{ readonly checks: readonly Check[]; readonly isMigrated: boolean }> => {
  const found = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name = any ($1)",
    [[...mustBeOn, "server_version"]],
  );
  const values = new Map(found.rows.map(({ name, setting }) => [name, setting]));
  const done = await readDone(client);
  const unfinished = await isRestoreUnfinished(client);
  const checks = [
    judgeVersion(values.get("server_version") ?? ""),
    ...judgeSettings(values),
    judgeMigrations(done, known),
    ...(unfinished
      ? [
          version.fail(
            "A restore into this database was cut off: it does not hold everything.",
            'Run the same "checkride restore" again; it begins anew.',
          ),
        ]
      : []),
  ];
  const isWhole = done !== null && done.length === known.length && !unfinished;
  return { checks, isMigrated: isWhole };
};
