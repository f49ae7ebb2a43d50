import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ServiceAccount } from "./service-account.ts";

export type Leashed = {
  /** Ends the program properly: the same way it ends when this process dies. */
  readonly end: () => void;
  readonly exited: Promise<{ readonly code: number | null }>;
  readonly lastLines: () => readonly string[];
};

export type LeashedProgram = {
  readonly file: string;
  readonly args: readonly string[];
  /** Its processes are found again by this folder (see leftover-processes.ts). */
  readonly cwd: string;
  readonly account: ServiceAccount | null;
  readonly onLine: (line: string) => void;
};

/** How long a fast shutdown may take before an immediate one, which the next start recovers from. */
const graceMs = 60_000;
const linesKept = 20;

/**
 * The leash is a process between us and PostgreSQL. It holds one end of a pipe; when that closes, be it by
 * `end()` or because this process was killed, it sends SIGINT (PostgreSQL: fast shutdown). It is handed
 * to Node as text, so that it needs no file beside a bundle and none that a service account could not read.
 */
const leashSource = `
const { spawn } = require("node:child_process");
const { file, args, cwd, uid, gid, env, graceMs } = JSON.parse(process.argv[1]);
// A terminal or service manager signals whole groups; the parent decides when the database may go.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => {});
const child = spawn(file, args, { cwd, uid, gid, env, stdio: ["ignore", "inherit", "inherit"] });
child.on("error", (error) => {
  try { require("node:fs").writeSync(2, "cannot run " + file + ": " + error.code + "\\n"); } catch {}
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
let ended = false;
const end = () => {
  if (ended) return;
  ended = true;
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGQUIT"), graceMs).unref();
};
process.stdin.on("error", end).on("end", end).on("close", end).resume();
`;

/** Nothing of our environment: PGDATA and its kin would change what PostgreSQL does. */
const environment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

export const runLeashed = (program: LeashedProgram): Leashed => {
  const { file, args, cwd, account } = program;
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const order = JSON.stringify({ file, args, cwd, ...identity, env: environment, graceMs });
  const leash = spawn(process.execPath, ["--eval", leashSource, order], {
    cwd: "/",
    env: environment,
    // Its own session: Ctrl-C in the terminal must not reach the database before the work is done.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Writing to a leash that is gone is no news: `exited` tells.
  leash.stdin.on("error", () => undefined);
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    lines.splice(0, Math.max(0, lines.length - linesKept));
    program.onLine(line);
  };
  const read = [readLines(leash.stdout, keep), readLines(leash.stderr, keep)];
  const exited = new Promise<{ code: number | null }>((resolve, reject) => {
    leash.once("error", reject);
    leash.once("exit", (code) => resolve({ code }));
  });
  return {
    end: () => leash.stdin.end(),
    // What it said last explains why it ended, so wait for that too, but not for a pipe an orphan holds.
    exited: exited.then(async (exit) => {
      if (exit.code !== null) {
        await Promise.all(read);
      }
      return exit;
    }),
    lastLines: () => [...lines],
  };
};

const readLines = (stream: Readable, onLine: (line: string) => void): Promise<void> =>
  new Promise((resolve) => {
    createInterface({ input: stream }).on("line", onLine).on("close", resolve);
  });
