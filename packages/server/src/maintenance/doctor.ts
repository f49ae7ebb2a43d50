import { join } from "node:path";
import type { Result } from "@checkride/rules/result";
import pg from "pg";
import { z } from "zod";
import type { Config, ConfigFault } from "../platform/config.ts";
import { migrationsFolder } from "../platform/folders.ts";
import { readMigrations } from "../platform/migrate.ts";
import { readJson } from "../platform/postgres/read-json.ts";
import type { Answer, MaintenanceIo } from "./answer.ts";
import { about, type Check, type CheckState } from "./doctor/check.ts";
import { checkBrowser } from "./doctor/check-browser.ts";
import { checkConfig } from "./doctor/check-config.ts";
import { checkDataFolder } from "./doctor/check-data-folder.ts";
import { checkDatabase } from "./doctor/check-database.ts";
import { checkKey } from "./doctor/check-key.ts";
import { checkLedger } from "./doctor/check-ledger.ts";
import { checkNetwork } from "./doctor/check-network.ts";
import { checkRuntime } from "./doctor/check-runtime.ts";
import { checkWorker } from "./doctor/check-worker.ts";
import { hasCluster, type ReachedDatabase, reachDatabase } from "./reach-database.ts";

const owner = about("owner of the data folder");
const database = about("database");

const ownerNote = z.object({ pid: z.number(), since: z.string() });

/** Who says to hold the data folder; the lock itself was already asked by reaching the database. */
const checkOwner = async (dataDir: string, how: ReachedDatabase["how"]): Promise<Check> => {
  if (how !== "running") {
    return owner.ok("No server holds it; its database was started for these checks.");
  }
  const note = ownerNote.safeParse(await readJson(join(dataDir, "checkride.owner.json")));
  const who = note.success ? `process ${note.data.pid}, since ${note.data.since}` : "a process";
  return owner.ok(`A running Checkride holds it (${who}).`);
};

const isServing = async (client: pg.Client, how: ReachedDatabase["how"]): Promise<boolean> => {
  if (how !== "server") return how === "running";
  const { rows } = await client.query(
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1",
  );
  return rows.length > 0;
};

const checkInside = async (
  config: Config,
  { settings, how }: ReachedDatabase,
  now: Date,
): Promise<readonly Check[]> => {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const known = await readMigrations(migrationsFolder());
    const { checks, isMigrated } = await checkDatabase(client, known);
    const served = await isServing(client, how);
    return [
      ...(how === "server" ? [] : [await checkOwner(config.dataDir, how)]),
      ...checks,
      ...(isMigrated
        ? [
            ...(await checkKey(client, config)),
            ...(await checkLedger(client, served, now)),
            await checkWorker(client, served),
          ]
        : []),
    ];
  } finally {
    await client.end();
  }
};

const checkStored = async (config: Config, now: Date): Promise<readonly Check[]> => {
  if (config.databaseUrl === null && !(await hasCluster(config.dataDir))) {
    return [database.note(`There is none in ${config.dataDir} yet; the first start makes one.`)];
  }
  const reached = await reachDatabase(config, now);
  if (!reached.ok) return [database.fail(reached.error.sentence, reached.error.remedy)];
  try {
    return await checkInside(config, reached.value, now);
  } finally {
    await reached.value.stop();
  }
};

const marks: Readonly<Record<CheckState, string>> = {
  ok: "✓ ok",
  note: "· note",
  warn: "▲ warn",
  fail: "✗ fail",
};

const linesOf = ({ what, state, says, fix }: Check): string[] => [
  `${marks[state].padEnd(7)} ${what}: ${says}`,
  ...(fix === undefined ? [] : [`        → ${fix}`]),
];

const summary = (checks: readonly Check[]): string => {
  const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
  const [fails, warns] = [count("fail"), count("warn")];
  if (fails + warns === 0) return "Everything that was checked is in order.";
  return `${fails} to fix, ${warns} to look at.`;
};

/** `checkride doctor`: looks and changes nothing. */
export const doctor = async (
  config: Result<Config, readonly ConfigFault[]>,
  io: MaintenanceIo,
): Promise<Answer> => {
  const checks = [...checkConfig(config)];
  checks.push(...(await checkRuntime(config.ok ? config.value.databaseUrl : null)));
  if (config.ok) {
    io.progress("looking at the installation");
    checks.push(...(await checkDataFolder(config.value.dataDir)));
    checks.push(...(await checkStored(config.value, io.now())));
    checks.push(...(await checkNetwork(config.value)));
  }
  checks.push(await checkBrowser());
  io.progress("");
  const healthy = checks.every(({ state }) => state !== "fail");
  return {
    exit: healthy ? "ok" : "negative",
    lines: [...checks.flatMap(linesOf), "", summary(checks)],
    json: { healthy, checks },
  };
};
