import pino, { type Logger } from "pino";

export type Log = Logger;

/** Structured lines without personal content: ids only, never names, addresses, bodies or secrets. */
export const makeLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ["token", "password", "cookie", "authorization", "email"],
    },
    // What a person is to read goes to stdout; this is for machines.
    pino.destination(2),
  );
