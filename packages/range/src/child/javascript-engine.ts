import { EvalFlags, Intrinsics, JSException, type JSValueHandle, QuickJS } from "quickjs-wasi";
import { javascriptGuest } from "../guest/javascript.ts";
import { logBytesMax, memoryMb, resultBytesMax } from "../limits.ts";
import { resolveModule } from "./javascript-modules.ts";
import { makeRandomBytes } from "./random-bytes.ts";
import { readCappedModule } from "./read-capped-module.ts";
import { startMs } from "./start-moment.ts";

export type Program = {
  readonly sources: ReadonlyMap<string, string>;
  readonly entry: string;
  readonly calls: string | null;
};

/** What one case may use, and where its words go. */
export type CaseWorld = {
  readonly seed: number;
  /** Counts a tick; throws when there are none left. */
  readonly tick: () => void;
  readonly print: (text: string) => void;
  readonly ask: (name: string, args: string) => string;
};

export type Outcome = {
  readonly status: "returned" | "threw" | "timeout" | "memory";
  text: string;
};

const stackBytes = 512 * 1024;
const statusOf = { r: "returned", t: "threw", m: "memory" } as const;
const isMark = (text: string): text is keyof typeof statusOf => Object.hasOwn(statusOf, text);

const cutText = `(more than ${logBytesMax} characters)\n`;

/** Without a stack: the sandbox is told what is wrong, not where in this process. */
const bare = (message: string): Error => Object.assign(new Error(message), { stack: "" });

/** The engine draws its randomness from the clock while it starts; after that the clock stands still. */
const makeClock = (seed: number) => {
  const start = { isOver: false };
  const seedMs = BigInt(1 + (Math.imul(seed, 0x9e3779b1) >>> 0));
  const wasi = (memory: WebAssembly.Memory) => ({
    clock_time_get: (_id: number, _precision: bigint, at: number) => {
      const ms = start.isOver ? BigInt(startMs) : seedMs;
      new DataView(memory.buffer).setBigUint64(at, ms * 1_000_000n, true);
      return 0;
    },
    random_get: (at: number, count: number) => {
      makeRandomBytes(seed)(new Uint8Array(memory.buffer, at, count));
      return 0;
    },
    fd_write: () => 8,
  });
  return { wasi, start };
};

const open = async (module: WebAssembly.Module, program: Program, world: CaseWorld) => {
  const { wasi, start } = makeClock(world.seed);
  const vm = await QuickJS.create({
    wasm: module,
    wasi,
    memoryLimit: (memoryMb.ts - 4) * 1024 * 1024,
    maxStackSize: stackBytes,
    timezoneOffset: 0,
    intrinsics: Intrinsics.ALL & ~Intrinsics.PERFORMANCE,
    interruptHandler: () => {
      world.tick();
      return false;
    },
    moduleLoader: {
      normalize: (from, wanted) => {
        const found = resolveModule(from, wanted, program.sources);
        if (!found.ok) throw bare(found.error);
        return found.value;
      },
      load: (path) => program.sources.get(path) ?? "",
    },
  });
  start.isOver = true;
  return vm;
};

const guestOf = (vm: QuickJS, world: CaseWorld): JSValueHandle => {
  const print = vm.newFunction("print", (text) => {
    world.tick();
    if (text?.isString === true) world.print(text.length > logBytesMax ? cutText : text.toString());
    return vm.undefined;
  });
  const ask = vm.newFunction("ask", (name, args) => {
    if (name?.isString !== true || args?.isString !== true) throw bare("Two strings are needed.");
    return vm.newString(world.ask(name.toString(), args.toString()));
  });
  return vm.callFunction(vm.evalCode(javascriptGuest, "range"), vm.undefined, print, ask);
};

const jobsPerTick = 50;

/** Promise reactions, counted: the engine's own count does not see a chain of short ones. */
const runJobs = (vm: QuickJS, { tick }: CaseWorld): void => {
  const engine = vm._getExports();
  for (let jobs = 1; engine.qjs_is_job_pending() !== 0; jobs++) {
    if (jobs % jobsPerTick === 0) tick();
    if (engine.qjs_execute_pending_job() < 0) throw new Error("A job could not be run.");
  }
};

/** `args` null: load only. A machine is used once and left to the garbage collector, whatever state it is in. */
const runOnce = async (
  module: WebAssembly.Module,
  program: Program,
  world: CaseWorld,
  args: string | null,
): Promise<Outcome> => {
  const vm = await open(module, program, world);
  const run = guestOf(vm, world).getProp("run");
  const called = program.calls;
  const text = program.sources.get(program.entry) ?? "";
  const tail =
    called === null
      ? ""
      : `\n;export const checkrideCalled = typeof ${called} === "undefined" ? undefined : ${called};`;
  const entry = vm.evalCode(text + tail, program.entry, EvalFlags.TYPE_MODULE);
  const name = called === null ? vm.null : vm.newString(called);
  const input = args === null ? vm.null : vm.newString(args);
  const box = vm.callFunction(run, vm.undefined, entry, name, input);
  runJobs(vm, world);
  const mark = box.getProp("mark").toString();
  if (!isMark(mark)) return { status: "timeout", text: "A promise was never settled." };
  const result = box.getProp("text");
  if (result.length > 2 * resultBytesMax) {
    return { status: "threw", text: "The result is too large." };
  }
  return { status: statusOf[mark], text: result.toString() };
};

export type Machine = (program: Program, world: CaseWorld, args: string | null) => Promise<Outcome>;

export const openJavaScript = (wasmFile: string): Machine => {
  const module = new WebAssembly.Module(readCappedModule(wasmFile, memoryMb.ts));
  return async (program, world, args) => {
    try {
      return await runOnce(module, program, world, args);
    } catch (error) {
      if (error instanceof JSException) {
        return { status: "threw", text: `${error.name}: ${error.message}${placeIn(error.stack)}` };
      }
      throw error;
    }
  };
};

const placeIn = (stack: string | undefined): string => {
  const found = /([\w./-]+):(\d+):\d+\)?\s*$/m.exec(stack ?? "");
  return found === null ? "" : ` @${found[1]}:${found[2]}`;
};
