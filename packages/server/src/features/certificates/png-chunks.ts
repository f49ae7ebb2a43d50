import { crc32 } from "node:zlib";

export const pngStart = Buffer.from("89504e470d0a1a0a", "hex");

/** PNG, "Chunk layout": length, type, data, checksum of the last two. */
export const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
};
