import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import { type Leashed, runLeashed } from "./leash.ts";
import { type Binaries, binary } from "./locate-binaries.ts";
import { diskFull, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import type { ServerSettings } from "./server-settings.ts";
import { asArguments } from "./server-settings.ts";
import type { ServiceAccount } from "./service-account.ts";

export type ServerOrder = {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly account: ServiceAccount | null;
  readonly settings: ServerSettings;
  readonly log: PostgresLog;
};

/** Recovery after a crash replays up to a gigabyte of log. */
const readyWithinMs = 300_000;

/** Runs PostgreSQL on an existing cluster until it says that it is ready. */
export const runServer = async (order: ServerOrder): Promise<Result<Leashed, PostgresFault>> => {
  const server = runLeashed({
    file: binary(order.binaries, "postgres"),
    args: ["-D", order.cluster, ...asArguments(order.settings)],
    cwd: order.cluster,
    account: order.account,
    onLine: (line) => tell(order.log, line),
  });
  let ended = false;
  const exited = server.exited.finally(() => {
    ended = true;
  });
  const deadline = performance.now() + readyWithinMs;
  while (!ended && performance.now() < deadline) {
    if (await isReady(order.cluster)) {
      return ok(server);
    }
    await Promise.race([exited, wait(10)]);
  }
  server.end();
  await exited;
  return fail(explainEnd(order.cluster, server.lastLines()));
};

/** The eighth line of postmaster.pid, which pg_ctl goes by as well. */
const isReady = async (cluster: string): Promise<boolean> => {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  return text.split("\n")[7]?.trim() === "ready";
};

const tell = (log: PostgresLog, line: string): void => {
  const plain = /^\s*(LOG|NOTICE|INFO):/.test(line);
  (plain ? log.info : log.warn)(`postgres: ${line}`);
};

export const explainEnd = (place: string, lines: readonly string[]): PostgresFault => {
  const reason = lines.findLast((line) => /^(FATAL|PANIC|.*error):/.test(line)) ?? lines.at(-1);
  return lines.some((line) => line.includes("No space left on device"))
    ? diskFull(place, null)
    : startFailed(
        `PostgreSQL did not start on ${place}: ${reason ?? "it said nothing"}`,
        "The last lines of its log say why. Free what they name, or restore a backup into an empty data folder.",
        lines,
      );
};
