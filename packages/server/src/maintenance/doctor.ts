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
import { checkRange } from "./doctor/check-range.ts";
import { checkRuntime } from "./doctor/check-runtime.ts";
import { countWorkers, judgeWorkers } from "./doctor/check-worker.ts";
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

/** What the checks before have seen: the time, and whether Checkride answers on its port. */
type Seen = { readonly now: Date; readonly answers: boolean };

const checkContent = async (
  client: pg.Client,
  config: Config,
  how: ReachedDatabase["how"],
  { now, answers }: Seen,
): Promise<readonly Check[]> => {
  const workers = await countWorkers(client);
  const isServed = how === "running" || answers || workers > 0;
  return [
    ...(await checkKey(client, config)),
    ...(await checkLedger(client, isServed, now)),
    judgeWorkers(workers, isServed),
  ];
};

const checkInside = async (
  config: Config,
  { settings, how }: ReachedDatabase,
  seen: Seen,
): Promise<readonly Check[]> => {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const known = await readMigrations(migrationsFolder());
    const { checks, isMigrated } = await checkDatabase(client, known);
    const inside = isMigrated ? await checkContent(client, config, how, seen) : [];
    return [
      ...(how === "server" ? [] : [await checkOwner(config.dataDir, how)]),
      ...checks,
      ...inside,
    ];
  } finally {
    await client.end();
  }
};

const checkStored = async (config: Config, seen: Seen): Promise<readonly Check[]> => {
  if (config.databaseUrl === null && !(await hasCluster(config.dataDir))) {
    return [database.note(`There is none in ${config.dataDir} yet; the first start makes one.`)];
  }
  const reached = await reachDatabase(config, seen.now);
  if (!reached.ok) return [database.fail(reached.error.sentence, reached.error.remedy)];
  try {
    return await checkInside(config, reached.value, seen);
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
    const network = await checkNetwork(config.value);
    const seen = { now: io.now(), answers: network.answers };
    checks.push(...(await checkStored(config.value, seen)), ...network.checks);
  }
  io.progress("trying the sandbox");
  checks.push(...(await checkRange()), await checkBrowser());
  io.progress("");
  const healthy = checks.every(({ state }) => state !== "fail");
  return {
    exit: healthy ? "ok" : "negative",
    lines: [...checks.flatMap(linesOf), "", summary(checks)],
    json: { healthy, checks },
  };
};
