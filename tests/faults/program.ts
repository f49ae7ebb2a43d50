import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Client, createClient } from "@checkride/api/client";
import { makeFolder, until } from "@checkride/server/platform/postgres/test-support";
import { onTestFinished } from "vitest";

const root = join(import.meta.dirname, "..", "..");
/** `npm test` has built the product and says where; a single file run by hand starts the sources. */
const main = process.env["CHECKRIDE_PROGRAM"] ?? join(root, "packages", "server", "src", "main.ts");

export type Order = {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
};

export type Program = {
  readonly url: string;
  /** The token of the one-time link that the start printed; null when there is an owner already. */
  readonly linkToken: string | null;
  readonly pid: number;
  readonly output: () => string;
  readonly killed: () => Promise<void>;
  /** As Ctrl-C does; its exit code. */
  readonly interrupted: () => Promise<number | null>;
  readonly ended: Promise<number | null>;
};

type Run = {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly complaint: readonly string[];
  readonly ended: Promise<number | null>;
};

type WhenDone = (task: () => Promise<void>) => void;

const run = (
  { dataDir, databaseUrl = "", env = {}, args = [] }: Order,
  whenDone: WhenDone = onTestFinished,
): Run => {
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      ...process.env,
      PORT: "0",
      CHECKRIDE_DATA: dataDir,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "warn",
      // Many starts of the same sources: the types are taken off them once.
      NODE_COMPILE_CACHE: join(root, ".cache", "compiled"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  whenDone(async () => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const complaint: string[] = [];
  const keep = (line: string) => lines.push(line);
  const out = createInterface({ input: child.stdout }).on("line", keep);
  const err = createInterface({ input: child.stderr }).on("line", keep);
  err.on("line", (line) => complaint.push(line));
  const read = [once(out, "close"), once(err, "close")];
  const ended = once(child, "exit").then(async () => {
    // An orphan may hold the pipe a little longer; what it says is not waited for.
    if (child.exitCode !== null) await Promise.all(read);
    return child.exitCode;
  });
  return { child, lines, complaint, ended };
};

const announced = /Checkride is at (http:\/\/\S+?)(?: — .*#link=([\w-]+).*)?$/;

/** The product as a person starts it. */
export const startProgram = async (order: Order, whenDone?: WhenDone): Promise<Program> => {
  const { child, lines, ended } = run(order, whenDone);
  const found = () => lines.map((line) => announced.exec(line)).find((match) => match !== null);
  await until("the program serves or ends", async () => {
    if (child.exitCode !== null) throw new Error(`it ended:\n${lines.join("\n")}`);
    return found() !== undefined;
  });
  const [, url = "", linkToken = null] = found() ?? [];
  const ending = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    linkToken,
    pid: child.pid ?? 0,
    output: () => lines.join("\n"),
    killed: async () => void (await ending("SIGKILL")),
    interrupted: () => ending("SIGINT"),
    ended,
  };
};

export type Refused = {
  readonly code: number | null;
  /** What it said on stderr, line by line. */
  readonly complaint: readonly string[];
};

/** A start that is expected to end by itself, with all that it said. */
export const startRefused = async (order: Order): Promise<Refused> => {
  const { child, lines, complaint, ended } = run(order);
  await until("the program ends", async () => {
    if (lines.some((line) => announced.test(line))) throw new Error("it started");
    return child.exitCode !== null;
  });
  return { code: await ended, complaint };
};

/** Ctrl-C as soon as a line is said, which may be long before it serves; the exit code. */
export const interruptWhen = async (order: Order, said: RegExp): Promise<number | null> => {
  const { child, lines, ended } = run(order);
  await until(`it says ${said}`, async () => lines.some((line) => said.test(line)));
  child.kill("SIGINT");
  return ended;
};

export const makeDataDir = async (whenDone?: WhenDone): Promise<string> =>
  join(await makeFolder(undefined, whenDone), "data");

export type Account = { readonly client: Client; readonly cookie: string };

export const clientOf = ({ url }: Pick<Program, "url">, cookie: string): Client =>
  createClient({ baseUrl: url, fetch, headers: { origin: url, cookie } });

export const postJson = (program: Program, path: string, body: unknown, cookie = "") =>
  fetch(`${program.url}${path}`, {
    method: "POST",
    headers: { origin: program.url, cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** In by the link that the start printed. */
export const signInByLink = async (program: Program): Promise<Account> => {
  const answer = await postJson(program, "/api/session/link", { token: program.linkToken });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`no session: ${await answer.text()}`);
  return { cookie, client: clientOf(program, cookie) };
};

/** The answer of an operation that is expected to succeed. */
export const must = <T>(
  answer:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly problem: unknown },
): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};
