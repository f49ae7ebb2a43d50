import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const startWithinMs = 150_000;

export type Product = {
  readonly url: string;
  /** The one-time sign-in link that the start printed. */
  readonly link: string;
  readonly dataDir: string;
  readonly output: () => string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<number | null>;
};

const running = new Set<() => string>();

/** What the products that this file started have said so far. */
export const productsSaid = (): string[] => [...running].map((said) => said());

const linkPattern = /(https?:\/\/[^\s/]+)\/sign-in#link=[\w-]+/;

/** A stopped demo, made once for a run; absent: each start fills its own. */
const filledDemo = (): string | undefined => process.env["CHECKRIDE_DEMO_FOLDER"];

/** With owners and times: PostgreSQL refuses a folder that is not its account's. */
const copyFolder = (from: string, to: string) => promisify(execFile)("cp", ["-a", `${from}/.`, to]);

/** The built product as a person starts it, with a data folder and a port of its own. */
export const startProduct = async (
  args: readonly string[] = [],
  options: {
    readonly dataDir?: string;
    readonly keepData?: boolean;
    /** A folder of content beside the one that ships. */
    readonly curriculum?: string;
    /** What the machine's owner sets besides. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Product> => {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "checkride browser ")));
  // Where the database's account may pass through, the database lies inside: a copy of the folder is a copy of everything.
  if (process.geteuid?.() === 0) await chmod(dataDir, 0o711);
  const filled = args.includes("--demo") && !options.dataDir ? filledDemo() : undefined;
  if (filled !== undefined) await copyFolder(filled, dataDir);
  const rest = filled === undefined ? args : args.filter((arg) => arg !== "--demo");
  const child = spawn(process.execPath, [join(root, "dist", "server.js"), ...rest], {
    env: {
      ...process.env,
      PORT: "0",
      CHECKRIDE_DATA: dataDir,
      LOG_LEVEL: "warn",
      ...(options.curriculum ? { CHECKRIDE_CURRICULUM: options.curriculum } : {}),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const output = () => lines.join("\n");
  running.add(output);
  const found = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no link in:\n${lines.join("\n")}`)),
      startWithinMs,
    );
    const read = (line: string) => {
      lines.push(line);
      const link = linkPattern.exec(line)?.[0];
      if (!link) return;
      clearTimeout(timer);
      resolve(link);
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}:\n${lines.join("\n")}`));
    });
  });
  // A start that failed must not stay and hold what the next one needs.
  found.catch(() => child.kill("SIGKILL"));
  const stop = async () => {
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    const code = await ended;
    running.delete(output);
    if (!options.keepData) await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  const link = await found;
  return {
    url: new URL(link).origin,
    link,
    dataDir,
    output,
    process: child,
    stop,
  };
};
