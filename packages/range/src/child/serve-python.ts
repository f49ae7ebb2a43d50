import { pythonGuest } from "../guest/python.ts";
import { frameBytesMax, logBytesMax } from "../limits.ts";
import type { Ask, Job } from "../messages.ts";
import { makeLogKeeper } from "./log-keeper.ts";
import { makeRandomBytes } from "./random-bytes.ts";
import { startMs } from "./start-moment.ts";
import { makeWasi, type Streams } from "./wasi.ts";
import { readLine, writeFrame } from "./wire.ts";

const newline = 0x0a;
const decoder = new TextDecoder();

const statusOf = { r: "returned", t: "threw", m: "memory", h: "host" } as const;
type Mark = keyof typeof statusOf;
const isMark = (text: string): text is Mark => Object.hasOwn(statusOf, text);

class BrokenProtocol extends Error {}

/** The case is answered, and the next one or the next job wants a new interpreter. */
class NextInterpreter extends Error {}

type Conversation = {
  readonly streams: Streams;
  /** What the program draws its randomness from, set anew with each line. */
  readonly random: (into: Uint8Array) => void;
  /** The number that an answer is owed for. */
  readonly owed: () => number | null;
};

const withNewline = (line: Uint8Array): Uint8Array<ArrayBuffer> => {
  const longer = new Uint8Array(line.length + 1);
  longer.set(line);
  longer[line.length] = newline;
  return longer;
};

type Kept = {
  /** What a new interpreter of the same job is told again. */
  job: Uint8Array | null;
  /** Where an author's own solutions are tried: the job that follows, for an interpreter of its own. */
  following: Uint8Array | null;
  isReady: boolean;
  readonly ready: () => void;
};

type Taken = { readonly line: Uint8Array; readonly message: Partial<Ask & Job> };

const takeLine = (kept: Kept, isFirst: boolean): Taken => {
  if (!kept.isReady) kept.ready();
  kept.isReady = true;
  const line = (isFirst ? (kept.job ?? kept.following) : null) ?? readLine();
  const message: Taken["message"] = JSON.parse(decoder.decode(line));
  const isJob = message.files !== undefined;
  if (isJob) {
    kept.job = isFirst ? line : null;
    kept.following = isFirst ? null : line;
  }
  if (isJob && !isFirst) throw new NextInterpreter();
  return { line, message };
};

/** One line in, one answer out, and nothing else is allowed. A job that was kept is told again, its answer is known. */
const converse = (kept: Kept): Conversation => {
  const replayed = kept.job;
  const logs = makeLogKeeper(logBytesMax);
  let random = makeRandomBytes(0);
  /** The number that an answer is owed for. */
  let owed: number | null = null;
  let last: number | null = null;
  let fresh = false;
  let pending = new Uint8Array(0);
  let answer: number[] = [];

  const stop = (says: string): BrokenProtocol => {
    writeFrame(owed ?? last ?? 0, "protocol", says, logs.take());
    return new BrokenProtocol();
  };
  const finish = (): void => {
    const mark = String.fromCharCode(answer[0] ?? 0);
    const text = Uint8Array.from(answer.slice(1));
    answer = [];
    if (!isMark(mark)) throw stop("It wrote to the stream of the answers.");
    const isReplay = owed === 0 && replayed !== null;
    if (!isReplay) writeFrame(owed ?? 0, statusOf[mark], text, logs.take());
    if (mark === "h") pending = withNewline(readLine());
    else owed = null;
  };
  const nextLine = (): void => {
    if (fresh && last !== null && last > 0) throw new NextInterpreter();
    const { line, message } = takeLine(kept, last === null);
    const { n = 0, seed = 0, freshPerCase } = message;
    if (last === null) fresh = freshPerCase === true;
    random = makeRandomBytes(seed);
    owed = n;
    last = n;
    pending = withNewline(line);
  };
  const read = (max: number): Uint8Array => {
    // Reading ahead finds the end: the next input is given out only after the answer to this one.
    if (pending.length === 0 && owed === null) nextLine();
    const part = pending.slice(0, max);
    pending = pending.slice(part.length);
    return part;
  };
  const write = (file: 1 | 2, bytes: Uint8Array): void => {
    if (file === 2) logs.add(bytes);
    else for (const byte of bytes) takeByte(byte);
  };
  const takeByte = (byte: number): void => {
    if (owed === null) throw stop("It answered twice.");
    if (byte === newline) finish();
    else if (answer.push(byte) > frameBytesMax) throw stop("Its answer is too long.");
  };
  return { streams: { read, write }, random: (into) => random(into), owed: () => owed };
};

const args = ["python", "-I", "-S", "-B", "-c", pythonGuest];

const interpret = (module: WebAssembly.Module, { streams, random }: Conversation): void => {
  let memory: WebAssembly.Memory | null = null;
  const world = { args, environment: [], streams, random, startMs };
  const wasi = makeWasi(module, world, () => {
    if (memory === null) throw new Error("The program has no memory yet.");
    return memory;
  });
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi });
  if (!(exports["memory"] instanceof WebAssembly.Memory)) throw new Error("No memory.");
  memory = exports["memory"];
  const start = exports["_start"];
  if (typeof start !== "function") throw new Error("The program has no beginning.");
  start();
};

/** `ready` is called when the interpreter is up and waits for its first line. */
export const openPythonServer = (module: WebAssembly.Module, ready: () => void): void => {
  const kept: Kept = { job: null, following: null, isReady: false, ready };
  for (;;) {
    const conversation = converse(kept);
    try {
      interpret(module, conversation);
    } catch (error) {
      if (error instanceof NextInterpreter) continue;
      if (error instanceof BrokenProtocol) return;
      // It ended itself, overflowed the stack or ran into what WebAssembly forbids: for the case it is all the same.
    }
    writeFrame(conversation.owed() ?? 0, "ended", "");
    return;
  }
};
