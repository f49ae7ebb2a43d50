import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { readEnvironment } from "./environment.ts";
import { complain, type Outcome } from "./outcome.ts";
import { coloured, plain } from "./paint.ts";
import { printOutcome } from "./print-outcome.ts";
import { run } from "./run.ts";
import type { Shell } from "./shell.ts";
import {
  askPerson,
  drawProgress,
  readInput,
  stopOnClosedPipe,
  untilStopped,
  write,
} from "./terminal.ts";

export type Program = Pick<Shell, "root" | "runServer">;

/** The same place seen from the sources and from the built file: a package.json one folder up. */
const readVersion = async (): Promise<string> => {
  const manifest: unknown = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  );
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "unknown";
};

const makeShell = ({ root, runServer }: Program, asJson: boolean): Shell => {
  const environment = readEnvironment();
  const isTty = process.stdout.isTTY === true;
  return {
    environment,
    root,
    runServer,
    fetch,
    now: () => new Date(),
    wait: (ms) => wait(ms),
    readInput,
    write: (chunk) => write(process.stdout, chunk),
    note: (line) => void process.stderr.write(`${line}\n`),
    progress: process.stderr.isTTY && !asJson ? drawProgress(process.stderr) : () => undefined,
    ask: process.stdin.isTTY && process.stderr.isTTY && !asJson ? askPerson : null,
    untilStopped,
    paint: isTty && environment.colour ? coloured : plain,
  };
};

const fellOver = (error: unknown): Outcome =>
  complain("bug", {
    code: "bug",
    says: `Checkride itself is at fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    wayOut: "Please report this with the lines above.",
  });

/** Runs one command line and answers the exit code. The bootstrap in `bin/` says where things are. */
export const main = async (args: readonly string[], program: Program): Promise<number> => {
  stopOnClosedPipe(process.stdout);
  const end = args.indexOf("--");
  const asJson = args.slice(0, end === -1 ? args.length : end).includes("--json");
  const shell = makeShell(program, asJson);
  const ended = await run(args, shell, readVersion).catch(fellOver);
  if ("exitCode" in ended) return ended.exitCode;
  const { out, err, code } = printOutcome(ended, asJson, shell.paint);
  await write(process.stderr, err);
  await write(process.stdout, out);
  return code;
};
