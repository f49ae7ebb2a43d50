import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { Frame } from "../messages.ts";
import { makeFrameReader } from "./frames.ts";

/** Why no frame came. `protocol`: it said something that it was not asked. `killed`: by us, `ended`: by itself. */
export type NoFrame = { readonly kind: "protocol" | "killed" | "ended"; readonly says: string };

export type Heard = { readonly kind: "frame"; readonly frame: Frame } | NoFrame;

export type SandboxProcess = {
  readonly pid: number;
  readonly send: (message: object) => void;
  /** Only one may be waited for at a time. */
  readonly hear: () => Promise<Heard>;
  readonly kill: (says: string) => void;
  readonly isOver: () => boolean;
  readonly ended: Promise<void>;
};

export type Command = { readonly program: string; readonly args: readonly string[] };

/** A process with nothing of ours: no environment, no channel but its input and output, killed and never asked to stop. */
export const startProcess = ({ program, args }: Command): SandboxProcess => {
  const child = spawn(program, args, {
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
  });
  giveWay(child);
  let over: NoFrame | null = null;
  let listener: ((heard: Heard) => void) | null = null;
  const tell = (heard: Heard): void => {
    const tellNow = listener;
    listener = null;
    tellNow?.(heard);
  };
  const end = (kind: NoFrame["kind"], says: string): void => {
    over ??= { kind, says };
    child.kill("SIGKILL");
    tell(over);
  };
  listen(child, (heard) => {
    if (heard.kind === "frame" && listener === null)
      end("protocol", "It spoke without being asked.");
    else if (heard.kind === "frame") tell(heard);
    else end(heard.kind, heard.says);
  });
  return {
    pid: child.pid ?? 0,
    send: (message) => {
      if (over === null) child.stdin?.write(`${JSON.stringify(message)}\n`);
    },
    hear: () =>
      new Promise((resolve) => {
        if (over === null) listener = resolve;
        else resolve(over);
      }),
    kill: (says) => end("killed", says),
    isOver: () => over !== null,
    ended: new Promise((resolve) => {
      child.once("close", () => resolve());
      child.once("error", () => resolve());
    }),
  };
};

const politeness = 2;

/** Pages and gates come first: a core that computes for a lab is given up when the server wants it. */
const giveWay = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, politeness);
  } catch {
    // It is gone already, or the system does not know priorities.
  }
};

const listen = (child: ChildProcess, hear: (heard: Heard) => void): void => {
  const read = makeFrameReader();
  child.stdout?.on("data", (bytes: Buffer) => {
    const frame = read(bytes);
    if (frame === "odd") hear({ kind: "protocol", says: "It broke the protocol." });
    else if (frame !== null) hear({ kind: "frame", frame });
  });
  // Writing to a process that has just died is no news: its end is told below.
  child.stdin?.on("error", () => undefined);
  child.stdout?.on("error", () => undefined);
  child.once("error", ({ message }) => hear({ kind: "ended", says: message }));
  child.once("close", (code, signal) => hear({ kind: "ended", says: signal ?? `code ${code}` }));
};
