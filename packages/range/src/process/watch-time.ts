import { readFileSync } from "node:fs";
import type { SandboxProcess } from "./sandbox-process.ts";

/** Linux counts in hundredths of a second whatever the kernel's own clock is. */
const tickMs = 10;
const lookEveryMs = 50;

/** Of the process, all its threads and those that it started; null where the system does not tell. */
export const cpuMsOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const own = (Number(fields[11]) + Number(fields[12])) * tickMs;
    return childrenOf(pid).reduce((sum, child) => sum + (cpuMsOf(child) ?? 0), own);
  } catch {
    return null;
  }
};

const childrenOf = (pid: number): readonly number[] => {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1");
    return list.split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
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
