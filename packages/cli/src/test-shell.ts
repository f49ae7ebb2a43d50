import { fileURLToPath } from "node:url";
import type { Ended } from "./command.ts";
import type { Environment } from "./environment.ts";
import { exits } from "./exits.ts";
import { loadCommand } from "./load-command.ts";
import type { Outcome } from "./outcome.ts";
import { plain } from "./paint.ts";
import { run } from "./run.ts";
import type { Shell } from "./shell.ts";

export type TestRun = {
  readonly code: number;
  readonly outcome: Outcome;
  readonly text: string;
  readonly notes: readonly string[];
  readonly written: string;
  readonly serverArgs: readonly (readonly string[])[];
};

const root = fileURLToPath(new URL("../../..", import.meta.url));

const outcomeOf = (ended: Ended): Outcome =>
  "exitCode" in ended ? { exit: "ok", lines: [], json: {} } : ended;

/** Folders that are not there: who keeps something in a test names its own. */
export const testEnvironment: Environment = {
  serverUrl: null,
  token: "ckt_test",
  colour: false,
  cacheFolder: "/nonexistent/cache",
  configFolder: "/nonexistent/config",
  idToken: null,
  idTokenFrom: null,
};

/** Runs a command line in this process, with a real network and real files but nobody at a terminal. */
export const runLine = async (
  args: readonly string[],
  shell: Partial<Shell> = {},
): Promise<TestRun> => {
  const notes: string[] = [];
  const written: (Uint8Array | string)[] = [];
  const serverArgs: (readonly string[])[] = [];
  const ended = await run(
    args,
    {
      environment: testEnvironment,
      root,
      fetch,
      now: () => new Date("2026-05-03T09:30:00.000Z"),
      wait: async () => undefined,
      readInput: async () => null,
      write: async (chunk) => void written.push(chunk),
      note: (line) => void notes.push(line),
      progress: () => undefined,
      ask: null,
      paint: plain,
      untilStopped: async () => undefined,
      runServer: async (given) => {
        serverArgs.push(given);
        return 1;
      },
      ...shell,
    },
    { version: async () => "1.2.3", load: loadCommand },
  );
  const outcome = outcomeOf(ended);
  return {
    code: "exitCode" in ended ? ended.exitCode : exits[ended.exit].code,
    outcome,
    text: outcome.lines.join("\n"),
    notes,
    written: Buffer.concat(written.map((chunk) => Buffer.from(chunk))).toString(),
    serverArgs,
  };
};
