import { frameBytesMax } from "../limits.ts";
import { type Frame, parseFrameHeader } from "../messages.ts";

const headerBytesMax = 64;
const newline = 0x0a;

/** Takes bytes as they come; a frame when one is whole, "odd" as soon as the bytes cannot become one. */
export const makeFrameReader = () => {
  let waiting: Buffer = Buffer.alloc(0);
  return (bytes: Buffer): Frame | "odd" | null => {
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    const end = waiting.subarray(0, headerBytesMax).indexOf(newline);
    if (end === -1) return waiting.length >= headerBytesMax ? "odd" : null;
    const header = parseFrameHeader(waiting.toString("latin1", 0, end));
    if (header === null) return "odd";
    const size = header.textBytes + header.logBytes;
    if (size > 2 * frameBytesMax) return "odd";
    const body = waiting.subarray(end + 1);
    if (body.length < size) return null;
    // One answer to one question: nothing may follow it.
    if (body.length > size) return "odd";
    waiting = Buffer.alloc(0);
    const text = body.subarray(0, header.textBytes);
    return { n: header.n, status: header.status, text, logs: body.subarray(header.textBytes) };
  };
};
