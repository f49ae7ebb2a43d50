import { crc32 } from "node:zlib";
import { type Checked, refused } from "./refusal.ts";

const pngStart = Buffer.from("89504e470d0a1a0a", "hex");
const keyword = "openbadgecredential";

/** Open Badges 3.0, "Baking": one iTXt chunk under a keyword, not compressed. */
const textOfChunk = (data: Buffer): string | null => {
  if (data.toString("latin1", 0, keyword.length + 1) !== `${keyword}\0`) return null;
  const isCompressed = data[keyword.length + 1] !== 0;
  const language = data.indexOf(0, keyword.length + 3);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  return isCompressed || translated === -1 ? null : data.toString("utf8", translated + 1);
};

const inPng = (bytes: Buffer): string | null => {
  const found: string[] = [];
  for (let at = pngStart.length; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const text =
      bytes.toString("latin1", at + 4, at + 8) === "iTXt"
        ? textOfChunk(bytes.subarray(at + 8, end))
        : null;
    if (text !== null) found.push(text);
    at = end + 4;
  }
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** The token is an attribute, JSON is the content; of an element that stands there once. */
const inSvg = (text: string): string | null => {
  const elements = text.match(/<openbadges:credential[\s>]/g) ?? [];
  if (elements.length !== 1) return null;
  const verify = /<openbadges:credential\s[^>]*?\bverify="([^"]*)"/.exec(text)?.[1];
  if (verify !== undefined && verify !== "") return verify;
  const inside =
    // Begins where the one element does: any other beginning would be read to the end, each time anew.
    /<openbadges:credential(?:\s[^>]*)?>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/openbadges:credential>/.exec(
      text,
    );
  return inside?.[1] ?? null;
};

/** The credential in a picture; null: these bytes are no picture. */
export const credentialInPicture = (bytes: Uint8Array): Checked<string> | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = buffer.subarray(0, pngStart.length).equals(pngStart);
  const text = isPng ? "" : buffer.toString("utf8");
  if (!isPng && !/^\uFEFF?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(text.slice(0, 1000)))
    return null;
  const found = isPng ? inPng(buffer) : inSvg(text);
  return found === null
    ? refused("malformed", "this picture holds no credential, or more than one")
    : { ok: true, value: found.trim() };
};
