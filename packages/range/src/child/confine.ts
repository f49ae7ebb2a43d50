import { filterFor, machineOf } from "./system-calls.ts";

type Koffi = Pick<typeof import("koffi"), "load" | "address" | "errno">;

const landlockCreate = 444;
const landlockRestrict = 446;
const setDeathSignal = 1;
const sigKill = 9;
const setNoNewPrivileges = 38;
const filterMode = 1;
const allThreads = 1;

/** Everything that a version of Landlock knows of files, and of the network from the fourth on. */
const rulesFor = (version: number): Buffer => {
  const files = (1n << BigInt([13, 14, 15, 15, 16][Math.min(version, 5) - 1] ?? 13)) - 1n;
  const rules = Buffer.alloc(version >= 6 ? 24 : version >= 4 ? 16 : 8);
  rules.writeBigUInt64LE(files, 0);
  if (version >= 4) rules.writeBigUInt64LE(0b11n, 8);
  if (version >= 6) rules.writeBigUInt64LE(0b11n, 16);
  return rules;
};

/**
 * Gives up, for this process and for good, everything but computing and speaking over the streams that are open: no file,
 * no socket, no program, no signal to others. It cannot be undone. Called when all is loaded and before any foreign code is.
 */
export const confine = (koffiFile: string): string => {
  const loaded: { exports: Partial<Koffi> } = { exports: {} };
  process.dlopen(loaded, koffiFile);
  const { load, address, errno } = loaded.exports;
  if (!load || !address || !errno) throw new Error("koffi is of a new kind.");
  const libc = load(null);
  const prctl = libc.func("prctl", "int", ["int", "ulong", "ulong", "ulong", "ulong"]);
  const call = libc.func("syscall", "long", ["long", "ulong", "ulong", "ulong"]);
  const must = (what: string, result: number): number => {
    if (result < 0) throw new Error(`${what}: error ${errno()}`);
    return result;
  };
  const machine = machineOf(process.arch);
  if (machine === null) throw new Error(`No list of system calls for ${process.arch}.`);
  must("no_new_privs", prctl(setNoNewPrivileges, 1, 0, 0, 0));
  // Should the server die, nobody would be left to end an endless program.
  must("death signal", prctl(setDeathSignal, sigKill, 0, 0, 0));
  const version = call(landlockCreate, 0, 0, 1);
  if (version > 0) {
    const rules = rulesFor(version);
    const ruleset = must("Landlock", call(landlockCreate, address(rules), rules.length, 0));
    must("Landlock", call(landlockRestrict, ruleset, 0, 0));
  }
  const filter = filterFor(machine);
  const program = Buffer.alloc(16);
  program.writeUInt16LE(filter.length / 8, 0);
  program.writeBigUInt64LE(address(filter), 8);
  must("seccomp", call(machine.seccomp, filterMode, allThreads, address(program)));
  return version > 0 ? `seccomp and Landlock ${version}` : "seccomp";
};
