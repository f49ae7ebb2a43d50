/**
 * The world of a WASI program, deny by default: three streams, a clock that stands still unless the program sleeps,
 * seeded randomness, and for everything else "bad file" or "not supported". There are no files, so no path is ever opened.
 */
export type Streams = {
  /** File 0: up to so many bytes; empty is the end. */
  readonly read: (max: number) => Uint8Array;
  /** Files 1 and 2. */
  readonly write: (file: 1 | 2, bytes: Uint8Array) => void;
};

export type World = {
  readonly args: readonly string[];
  readonly environment: readonly string[];
  readonly streams: Streams;
  readonly random: (into: Uint8Array) => void;
  readonly startMs: number;
};

/** Thrown through the program when it ends itself. */
class ProgramExit extends Error {}

const success = 0;
const badFile = 8;
const notSupported = 52;
const streamBytes = 24;
const statBytes = 64;
const characterDevice = 2;

const encoder = new TextEncoder();

type WasiFunction = (...args: never[]) => number;

/** `memory` is asked each time: growing replaces the buffer. */
export const makeWasi = (
  module: WebAssembly.Module,
  world: World,
  memory: () => WebAssembly.Memory,
): Record<string, WasiFunction> => {
  const view = () => new DataView(memory().buffer);
  const bytes = () => new Uint8Array(memory().buffer);
  const known: Record<string, WasiFunction> = {
    ...textLists("args", world.args, view, bytes),
    ...textLists("environ", world.environment, view, bytes),
    ...clock(world.startMs, view),
    ...streams(world.streams, view, bytes),
    random_get: (at: number, count: number) => {
      world.random(bytes().subarray(at, at + count));
      return success;
    },
    sched_yield: () => success,
    proc_exit: (code: number) => {
      throw new ProgramExit(`exit ${code}`);
    },
  };
  const denied = (name: string): WasiFunction =>
    name.startsWith("fd_") ? () => badFile : () => notSupported;
  return Object.fromEntries(
    WebAssembly.Module.imports(module).map(({ name }) => [name, known[name] ?? denied(name)]),
  );
};

type View = () => DataView;
type Bytes = () => Uint8Array;

const textLists = (
  name: "args" | "environ",
  list: readonly string[],
  view: View,
  bytes: Bytes,
): Record<string, WasiFunction> => {
  const encoded = list.map((text) => encoder.encode(`${text}\0`));
  return {
    [`${name}_sizes_get`]: (count: number, size: number) => {
      view().setUint32(count, encoded.length, true);
      const total = encoded.reduce((sum, { length }) => sum + length, 0);
      view().setUint32(size, total, true);
      return success;
    },
    [`${name}_get`]: (pointers: number, buffer: number) => {
      let at = buffer;
      for (const [index, text] of encoded.entries()) {
        view().setUint32(pointers + index * 4, at, true);
        bytes().set(text, at);
        at += text.length;
      }
      return success;
    },
  };
};

const eventBytes = 32;

/** Sleeping moves the clock and takes no time. */
const clock = (startMs: number, view: View): Record<string, WasiFunction> => {
  let now = BigInt(startMs) * 1_000_000n;
  return {
    clock_res_get: (_id: number, at: number) => {
      view().setBigUint64(at, 1_000n, true);
      return success;
    },
    clock_time_get: (_id: number, _precision: bigint, at: number) => {
      view().setBigUint64(at, now, true);
      return success;
    },
    poll_oneoff: (asked: number, events: number, count: number, happened: number) => {
      const memory = view();
      if (count !== 1 || memory.getUint8(asked + 8) !== 0) return notSupported;
      const until = memory.getBigUint64(asked + 24, true);
      const isMoment = (memory.getUint16(asked + 40, true) & 1) === 1;
      const then = isMoment ? until : now + until;
      if (then > now) now = BigInt.asUintN(63, then);
      for (let at = 0; at < eventBytes; at++) memory.setUint8(events + at, 0);
      memory.setBigUint64(events, memory.getBigUint64(asked, true), true);
      memory.setUint32(happened, 1, true);
      return success;
    },
  };
};

const streams = (
  { read, write }: Streams,
  view: View,
  bytes: Bytes,
): Record<string, WasiFunction> => {
  const pieces = (vectors: number, count: number): readonly { at: number; size: number }[] =>
    Array.from({ length: Math.min(count, 1_024) }, (_, i) => ({
      at: view().getUint32(vectors + i * 8, true),
      size: view().getUint32(vectors + i * 8 + 4, true),
    }));
  const describe = (size: number) => (file: number, at: number) => {
    if (file > 2) return badFile;
    bytes().fill(0, at, at + size);
    if (size === streamBytes) {
      view().setUint8(at, characterDevice);
      view().setBigUint64(at + 8, 0xffff_ffffn, true);
    } else view().setUint8(at + 16, characterDevice);
    return success;
  };
  return {
    fd_fdstat_get: describe(streamBytes),
    fd_filestat_get: describe(statBytes),
    fd_read: (file: number, vectors: number, count: number, done: number) => {
      const piece = pieces(vectors, count).find(({ size }) => size > 0);
      if (file !== 0) return badFile;
      const got = piece === undefined ? new Uint8Array(0) : read(piece.size);
      if (piece !== undefined) bytes().set(got, piece.at);
      view().setUint32(done, got.length, true);
      return success;
    },
    fd_write: (file: number, vectors: number, count: number, done: number) => {
      if (file !== 1 && file !== 2) return badFile;
      let total = 0;
      for (const { at, size } of pieces(vectors, count)) {
        write(file, bytes().subarray(at, at + size));
        total += size;
      }
      view().setUint32(done, total, true);
      return success;
    },
  };
};
