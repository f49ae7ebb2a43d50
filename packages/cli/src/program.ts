import { setTimeout as wait } from "node:timers/promises";
import { readEnvironment } from "./environment.ts";
import { complain, type Outcome } from "./outcome.ts";
import { coloured, plain } from "./paint.ts";
import { printOutcome } from "./print-outcome.ts";
import { type LoadCommand, run } from "./run.ts";
import type { Shell } from "./shell.ts";
import {
  askPerson,
  drawProgress,
  readInput,
  stopOnClosedPipe,
  untilStopped,
  write,
} from "./terminal.ts";

/** What differs between the whole of Checkride and the one file. */
export type Program = Pick<Shell, "root" | "runServer"> & {
  readonly version: () => Promise<string>;
  readonly load: LoadCommand;
};

const makeShell = ({ root, runServer }: Program, asJson: boolean): Shell => {
  const environment = readEnvironment();
  const isTty = process.stdout.isTTY === true;
  return {
    environment,
    root,
    runServer,
    // The name alone would load the whole HTTP client, which most commands do without.
    fetch: (input, init) => fetch(input, init),
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

/** Runs one command line and answers the exit code. */
export const runProgram = async (args: readonly string[], program: Program): Promise<number> => {
  stopOnClosedPipe(process.stdout);
  const end = args.indexOf("--");
  const asJson = args.slice(0, end === -1 ? args.length : end).includes("--json");
  const shell = makeShell(program, asJson);
  const ended = await run(args, shell, program).catch(fellOver);
  if ("exitCode" in ended) return ended.exitCode;
  const { out, err, code } = printOutcome(ended, asJson, shell.paint);
  await write(process.stderr, err);
  await write(process.stdout, out);
  return code;
};
