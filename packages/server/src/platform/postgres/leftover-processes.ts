import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { PostgresLog } from "./postgres-log.ts";

export type FoundProcess = { readonly pid: number; readonly parent: number };

/**
 * The PostgreSQL processes that work in a folder of ours. A process id in a file proves nothing after a
 * crash: the id may belong to a stranger by now. The kernel knows better: PostgreSQL's working directory
 * is its data directory, initdb's is the one we gave it.
 */
export const processesIn = async (folder: string): Promise<readonly FoundProcess[]> => {
  if (process.platform !== "linux") {
    return processesNaming(folder);
  }
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((id) => inspect(id, folder)));
  return found.filter((one) => one !== null);
};

const inspect = async (id: string, folder: string): Promise<FoundProcess | null> => {
  try {
    const cwd = withoutDeleted(await readlink(join("/proc", id, "cwd")));
    if (cwd !== folder && !cwd.startsWith(folder + sep)) {
      return null;
    }
    const program = basename(withoutDeleted(await readlink(join("/proc", id, "exe"))));
    const stat = await readFile(join("/proc", id, "stat"), "utf8");
    // proc(5): the second field is the name in brackets, which may itself hold brackets; then state, parent.
    const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return program === "postgres" || program === "initdb"
      ? { pid: Number(id), parent: Number(parent) }
      : null;
  } catch {
    // Gone meanwhile, or not ours to look at.
    return null;
  }
};

const withoutDeleted = (path: string): string => path.replace(/ \(deleted\)$/, "");

/** Without /proc: the main process names its data directory; its helpers end with it. */
const processesNaming = async (folder: string): Promise<readonly FoundProcess[]> => {
  const { stdout } = await promisify(execFile)("ps", ["-axo", "pid=,ppid=,command="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid &&
      parent &&
      command &&
      /\/(postgres|initdb) -D /.test(command) &&
      command.includes(` ${folder}${sep}`)
      ? [{ pid: Number(pid), parent: Number(parent) }]
      : [];
  });
};

/** Fast shutdown, then immediate, then by force; each has its time. */
const steps = [
  { signal: "SIGINT", waitMs: 30_000 },
  { signal: "SIGQUIT", waitMs: 10_000 },
  { signal: "SIGKILL", waitMs: 10_000 },
] as const;

/** True when nothing of PostgreSQL works in the folder any more. */
export const endLeftovers = async (folder: string, log: PostgresLog): Promise<boolean> => {
  const first = await processesIn(folder);
  if (first.length === 0) {
    return true;
  }
  const ids = rootsOf(first).join(", ");
  log.warn(`ending the PostgreSQL (process ${ids}) that an earlier run left behind in ${folder}`);
  for (const { signal, waitMs } of steps) {
    for (const pid of rootsOf(await processesIn(folder))) {
      send(pid, signal);
    }
    const deadline = performance.now() + waitMs;
    while (performance.now() < deadline) {
      if ((await processesIn(folder)).length === 0) {
        return true;
      }
      await wait(25);
    }
  }
  return false;
};

/** Only the main process understands a shutdown signal; to its helpers the same signal means other things. */
const rootsOf = (processes: readonly FoundProcess[]): readonly number[] => {
  const ids = new Set(processes.map((one) => one.pid));
  return processes.filter((one) => !ids.has(one.parent)).map((one) => one.pid);
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
};
