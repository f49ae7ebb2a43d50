import type { Json } from "@checkride/rules/exercise";
import { fail, ok, type Result } from "@checkride/rules/result";
import { resultBytesMax, resultDepthMax, resultNodesMax } from "./limits.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Bytes from the sandbox as JSON, counted before anything is built from them. */
export const parseClaim = (bytes: Uint8Array): Result<Json, string> => {
  if (bytes.length > resultBytesMax) {
    return fail(`The result is larger than ${resultBytesMax / 1024} KB.`);
  }
  const tooMuch = scan(bytes);
  if (tooMuch !== null) return fail(tooMuch);
  try {
    const value: Json = JSON.parse(decoder.decode(bytes));
    return ok(value);
  } catch {
    return fail("The result is not JSON.");
  }
};

const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
const comma = 0x2c;

/** Depth and nodes, without building anything: what is inside strings counts for nothing. */
const scan = (bytes: Uint8Array): string | null => {
  let depth = 0;
  let nodes = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = endOfString(bytes, at);
    else if (opening.has(byte)) {
      depth += 1;
      nodes += 1;
      if (depth > resultDepthMax) return `The result is nested deeper than ${resultDepthMax}.`;
    } else if (closing.has(byte)) depth -= 1;
    else if (byte === comma) nodes += 1;
    if (nodes > resultNodesMax) {
      return `The result has more than ${resultNodesMax.toLocaleString("en")} parts.`;
    }
  }
  return null;
};

const endOfString = (bytes: Uint8Array, from: number): number => {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
};
