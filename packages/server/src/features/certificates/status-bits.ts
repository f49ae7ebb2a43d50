import { gzipSync } from "node:zlib";
import { listEntries } from "./store.ts";

/**
 * Bitstring Status List 1.0, "Bitstring Encoding": the first place is the highest bit of the first byte; multibase
 * "u" is base64url without padding.
 */
export const encodePlaces = (places: readonly number[]): string => {
  const bits = Buffer.alloc(listEntries / 8);
  for (const place of places) {
    const at = place >> 3;
    bits.writeUInt8(bits.readUInt8(at) | (0x80 >> (place & 7)), at);
  }
  return `u${gzipSync(bits, { level: 9 }).toString("base64url")}`;
};
