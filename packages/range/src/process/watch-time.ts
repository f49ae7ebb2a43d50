import { readFileSync } from "node:fs";
import type { SandboxProcess } from "./sandbox-process.ts";

/** Linux counts in hundredths of a second whatever the kernel's own clock is. */
const tickMs = 10;
const lookEveryMs = 50;

/** Processor time that a process has used, all its threads together; null where the system does not tell. */
export const cpuMsOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return null;
  }
};

/** Why the process was killed. */
export const outOfTime = "time";

export type TimeLimits = { readonly cpuMs: number; readonly wallMs: number };

/**
 * Kills the process when its budget is used up. Processor time first: it is the same on a busy machine, so that nobody's
 * verdict depends on who else is submitting. Where it cannot be read, the clock on the wall is all there is.
 */
export const watchTime = (sandbox: SandboxProcess, { cpuMs, wallMs }: TimeLimits): (() => void) => {
  const before = cpuMsOf(sandbox.pid);
  const began = performance.now();
  const wallMax = before === null ? Math.min(cpuMs, wallMs) : wallMs;
  const look = setInterval(() => {
    const used = before === null ? 0 : (cpuMsOf(sandbox.pid) ?? before) - before;
    if (used > cpuMs || performance.now() - began > wallMax) sandbox.kill(outOfTime);
  }, lookEveryMs);
  return () => clearInterval(look);
};
