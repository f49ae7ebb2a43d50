import { randomBytes } from "node:crypto";

/** UUIDv7 (RFC 9562, section 5.7): sorted by time, so that rows lie on disk in the order they came. */
export const newId = (now: Date, random: Uint8Array = randomBytes(10)): string => {
  const time = now.getTime().toString(16).padStart(12, "0");
  const bytes = Buffer.from(random);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x0f) | 0x70, 0);
  bytes.writeUInt8((bytes.readUInt8(2) & 0x3f) | 0x80, 2);
  const rest = bytes.toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
};
