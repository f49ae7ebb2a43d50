import { readSync, writeSync } from "node:fs";
import { type FrameStatus, frameHeader } from "../messages.ts";

const encoder = new TextEncoder();
const newline = 0x0a;
const chunk = new Uint8Array(65_536);
let waiting = new Uint8Array(0);

/** The next line from the server. Waiting here is waiting for the kernel: there is nothing else to do in this process. */
export const readLine = (): Uint8Array => {
  for (;;) {
    const end = waiting.indexOf(newline);
    if (end !== -1) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 1);
      return line;
    }
    const count = readSync(0, chunk);
    if (count === 0) process.exit(0);
    const longer = new Uint8Array(waiting.length + count);
    longer.set(waiting);
    longer.set(chunk.subarray(0, count), waiting.length);
    waiting = longer;
  }
};

const writeAll = (bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
};

const nothing = new Uint8Array(0);

export const writeFrame = (
  n: number,
  status: FrameStatus,
  text: string | Uint8Array,
  logs: Uint8Array = nothing,
): void => {
  const body = typeof text === "string" ? encoder.encode(text) : text;
  writeAll(encoder.encode(frameHeader(n, status, body.length, logs.length)));
  writeAll(body);
  writeAll(logs);
};
