import type { MaintenanceIo } from "./answer.ts";

const eraseLine = "\r\u001b[K";

/** The terminal that started us. The first Ctrl-C stops in order; a second one finds Node's own way again. */
export const processIo = (): MaintenanceIo => {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stop.abort());
  }
  const { stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: stderr.isTTY
      ? (line) =>
          void stderr.write(`${eraseLine}${line.slice(0, Math.max(20, stderr.columns - 1))}`)
      : () => undefined,
    now: () => new Date(),
    signal: stop.signal,
  };
};
