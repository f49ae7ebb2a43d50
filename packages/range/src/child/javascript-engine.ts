import {
  EvalFlags,
  Intrinsics,
  JSException,
  type JSValueHandle,
  QuickJS,
  type Snapshot,
} from "quickjs-wasi";
import { javascriptGuest } from "../guest/javascript.ts";
import { logBytesMax, memoryMb, resultBytesMax } from "../limits.ts";
import { resolveModule } from "./javascript-modules.ts";
import { makeRandomBytes } from "./random-bytes.ts";
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

/** Whose case it is at the moment: a machine is used for one after another. */
type Turn = { world: CaseWorld };

const optionsOf = (module: WebAssembly.Module, program: Program, turn: Turn) => {
  const { wasi, start } = makeClock(turn.world.seed);
  const options = {
    wasm: module,
    wasi,
    memoryLimit: (memoryMb.ts - 4) * 1024 * 1024,
    maxStackSize: stackBytes,
    timezoneOffset: 0,
    intrinsics: Intrinsics.ALL & ~Intrinsics.PERFORMANCE,
    interruptHandler: () => {
      turn.world.tick();
      return false;
    },
    moduleLoader: {
      normalize: (from: string, wanted: string) => {
        const found = resolveModule(from, wanted, program.sources);
        if (!found.ok) throw bare(found.error);
        return found.value;
      },
      load: (path: string) => program.sources.get(path) ?? "",
    },
  };
  return { options, start };
};

/** What the guest calls outside, under the names by which a machine finds it. */
const callbacksOf = (vm: QuickJS, turn: Turn) => ({
  print: (text?: JSValueHandle) => {
    const { world } = turn;
    world.tick();
    if (text?.isString === true) world.print(text.length > logBytesMax ? cutText : text.toString());
    return vm.undefined;
  },
  ask: (name?: JSValueHandle, args?: JSValueHandle) => {
    if (name?.isString !== true || args?.isString !== true) throw bare("Two strings are needed.");
    return vm.newString(turn.world.ask(name.toString(), args.toString()));
  },
});

const jobsPerTick = 50;

/** Promise reactions, counted: the engine's own count does not see a chain of short ones. */
const runJobs = (vm: QuickJS, { tick }: CaseWorld): void => {
  const engine = vm._getExports();
  for (let jobs = 1; engine.qjs_is_job_pending() !== 0; jobs++) {
    if (jobs % jobsPerTick === 0) tick();
    if (engine.qjs_execute_pending_job() < 0) throw new Error("A job could not be run.");
  }
};

const outcomeOf = (box: JSValueHandle): Outcome => {
  const mark = box.getProp("mark").toString();
  if (!isMark(mark)) return { status: "timeout", text: "A promise was never settled." };
  const result = box.getProp("text");
  if (result.length > 2 * resultBytesMax) {
    return { status: "threw", text: "The result is too large." };
  }
  return { status: statusOf[mark], text: result.toString() };
};

/** So much a case may use before the machine's memory has to grow: copied with every image, so not more than most need. */
const roomBytes = 1024 * 1024;

/** A machine as it was when the program was loaded and nothing had been called. */
type Image = {
  readonly seed: number;
  readonly vm: QuickJS;
  readonly snapshot: Snapshot;
  /** The guest's `run`, the program's module and its function's name: where they are found in every copy. */
  readonly tokens: readonly number[];
};

type Loaded = { readonly outcome: Outcome; readonly image: Image };

const load = async (module: WebAssembly.Module, program: Program, turn: Turn): Promise<Loaded> => {
  const { options, start } = optionsOf(module, program, turn);
  const vm = await QuickJS.create(options);
  start.isOver = true;
  const { print, ask } = callbacksOf(vm, turn);
  const guest = vm.callFunction(
    vm.evalCode(javascriptGuest, "range"),
    vm.undefined,
    vm.newFunction("print", print),
    vm.newFunction("ask", ask),
  );
  const run = guest.getProp("run");
  const { calls } = program;
  const text = program.sources.get(program.entry) ?? "";
  const tail =
    calls === null
      ? ""
      : `\n;export const checkrideCalled = typeof ${calls} === "undefined" ? undefined : ${calls};`;
  const entry = vm.evalCode(text + tail, program.entry, EvalFlags.TYPE_MODULE);
  const name = calls === null ? vm.null : vm.newString(calls);
  const box = vm.callFunction(run, vm.undefined, entry, name, vm.null);
  runJobs(vm, turn.world);
  const outcome = outcomeOf(box);
  const tokens = [run, entry, name].map((handle) => vm.exportHandle(handle));
  const { wasm_malloc, wasm_free } = vm._getExports();
  wasm_free(wasm_malloc(roomBytes));
  const image = { seed: turn.world.seed, vm, tokens, snapshot: vm.snapshot() };
  return { outcome, image };
};

/**
 * Each case begins with a copy of the image. All that a machine remembers is its memory and the height of its stack; putting
 * both back byte by byte is ten times quicker than making one anew. A memory that has grown cannot shrink: then it is made anew.
 */
const freshFrom = async (
  module: WebAssembly.Module,
  program: Program,
  turn: Turn,
  { vm, snapshot }: Image,
): Promise<QuickJS> => {
  const engine = vm._getExports();
  if (engine.memory.buffer.byteLength === snapshot.memory.byteLength) {
    new Uint8Array(engine.memory.buffer).set(snapshot.memory);
    engine.__stack_pointer.value = snapshot.stackPointer;
    return vm;
  }
  const { options, start } = optionsOf(module, program, turn);
  start.isOver = true;
  const copy = await QuickJS.restore(snapshot, options);
  const { print, ask } = callbacksOf(copy, turn);
  copy.registerHostCallback("print", print);
  copy.registerHostCallback("ask", ask);
  return copy;
};

const callIn = (vm: QuickJS, { tokens }: Image, { world }: Turn, args: string): Outcome => {
  const [run, ...given] = tokens.map((token) => vm.importHandle(token));
  if (run === undefined) throw new Error("The image has no function to call.");
  const box = vm.callFunction(run, vm.undefined, ...given, vm.newString(args));
  runJobs(vm, world);
  return outcomeOf(box);
};

/** `args` null: load only, as comes before the first case. */
export type Machine = (world: CaseWorld, args: string | null) => Promise<Outcome>;

export const openJavaScript =
  (module: WebAssembly.Module): ((program: Program) => Machine) =>
  (program) => {
    const turn: Turn = { world: noWorld };
    let image: Image | null = null;
    const runOnce = async (world: CaseWorld, args: string | null): Promise<Outcome> => {
      turn.world = world;
      // Randomness is drawn from the seed while a machine is made: another seed needs another image.
      if (args === null || image?.seed !== world.seed) {
        const loaded = await load(module, program, turn);
        image = loaded.image;
        if (args === null || loaded.outcome.status !== "returned") return loaded.outcome;
      }
      return callIn(await freshFrom(module, program, turn, image), image, turn, args);
    };
    return (world, args) => caught(() => runOnce(world, args));
  };

const noWorld: CaseWorld = {
  seed: 0,
  tick: () => undefined,
  print: () => undefined,
  ask: () => "",
};

/** What a module throws while it is compiled comes past the guest. */
const caught = async (run: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof JSException) {
      return { status: "threw", text: `${error.name}: ${error.message}${placeIn(error.stack)}` };
    }
    throw error;
  }
};

const placeIn = (stack: string | undefined): string => {
  const found = /([\w./-]+):(\d+):\d+\)?\s*$/m.exec(stack ?? "");
  return found === null ? "" : ` @${found[1]}:${found[2]}`;
};
