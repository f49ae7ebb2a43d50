import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { onTestFinished } from "vitest";
import type { ConnectionSettings } from "../connection.ts";
import { processesIn } from "./leftover-processes.ts";
import type { PostgresFault } from "./postgres-fault.ts";
import { canEnter } from "./service-account.ts";
import { type RunningPostgres, type StartOptions, startPostgres } from "./start-postgres.ts";

export const isRoot = process.geteuid?.() === 0;
/** `nobody` on Debian; PostgreSQL wants an account with a name. */
export const ordinaryUser = { name: "nobody", uid: 65_534, gid: 65_534 };
/** To run a program as somebody else takes root, and a checkout that the other may enter. */
export const canRunAsOrdinaryUser =
  isRoot &&
  (await canEnter(ordinaryUser, import.meta.dirname)) &&
  (await canEnter(ordinaryUser, dirname(process.execPath)));

/** A folder that a service account may pass through, gone afterwards with all that runs in it. */
export const makeFolder = async (
  mode = 0o711,
  whenDone: (task: () => Promise<void>) => void = onTestFinished,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "checkride-pg-"));
  await chmod(folder, mode);
  whenDone(async () => {
    for (const { pid } of await processesIn(folder)) {
      killIfThere(pid);
    }
    await until(
      "the processes of the test end",
      async () => (await processesIn(folder)).length === 0,
    );
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
};

const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended between the look and the signal.
  }
};

export const tryStart = async (dataDir: string, options: Partial<StartOptions> = {}) => {
  const lines: string[] = [];
  const log = {
    info: (line: string) => lines.push(line),
    warn: (line: string) => lines.push(line),
  };
  const result = await startPostgres({
    dataDir,
    log,
    now: new Date("2026-03-01T09:00:00Z"),
    ...options,
  });
  if (result.ok) {
    onTestFinished(() => result.value.stop());
  }
  return { result, lines };
};

export const start = async (
  dataDir: string,
  options: Partial<StartOptions> = {},
): Promise<RunningPostgres> => {
  const { result } = await tryStart(dataDir, options);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.value;
};

export const faultOf = async (
  dataDir: string,
  options: Partial<StartOptions> = {},
): Promise<PostgresFault> => {
  const { result } = await tryStart(dataDir, options);
  if (result.ok) {
    throw new Error("started although it should not");
  }
  return result.error;
};

export const ask = async (
  settings: ConnectionSettings,
  sql: string,
): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

export const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 30_000;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`waited in vain until ${what}`);
    }
    await wait(20);
  }
};

export type Owner = {
  readonly child: ChildProcess;
  readonly said: readonly string[];
  readonly says: (word: RegExp) => Promise<string>;
  readonly killed: () => Promise<void>;
};

/** Runs test-owner.ts as a process group of its own. */
export const spawnOwner = (
  dataDir: string,
  identity: { uid?: number; gid?: number } = {},
): Owner => {
  const program = fileURLToPath(new URL("./test-owner.ts", import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], {
    ...identity,
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const said: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(line));
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    said,
    says: async (word) => {
      await until(`the owner says ${word}`, async () => said.some((line) => word.test(line)));
      return said.find((line) => word.test(line)) ?? "";
    },
    killed: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
};

/** The process that holds the server, or initdb, of a folder; told by proc(5). */
export const leashOf = async (folder: string): Promise<number> => {
  for (const { parent } of await processesIn(folder)) {
    const command = await readFile(`/proc/${parent}/cmdline`, "utf8").catch(() => "");
    if (command.includes("--eval")) {
      return parent;
    }
  }
  throw new Error(`no leash found for ${folder}`);
};
