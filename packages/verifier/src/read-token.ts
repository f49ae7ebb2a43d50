import { type Checked, refused } from "./refusal.ts";
import { parseStrictJson } from "./strict-json.ts";

export type JsonObject = { readonly [name: string]: unknown };

export type Token = { readonly header: JsonObject; readonly claims: JsonObject };

/** More is not looked at: no clearance and no certificate comes near it. */
export const tokenBytesMax = 65_536;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The bytes, if this is the one way to write them: spare bits and spaces would let a token be changed unseen. */
const decodePart = (part: string): Buffer | null => {
  const bytes = Buffer.from(part, "base64url");
  return bytes.length > 0 && bytes.toString("base64url") === part ? bytes : null;
};

const readObject = (bytes: Buffer): Checked<JsonObject> => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("malformed", "it is no UTF-8");
  }
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return parsed;
  return isObject(parsed.value)
    ? { ok: true, value: parsed.value }
    : refused("malformed", "it holds no JSON object");
};

/** What a token says, believed by nobody yet: its signature is not looked at. */
export const readToken = (text: string): Checked<Token> => {
  if (text.length > tokenBytesMax) {
    return refused(
      "too-large",
      `it has ${text.length} characters; at most ${tokenBytesMax} are read`,
    );
  }
  const parts = text.split(".");
  const [header, claims, signature] = parts.map(decodePart);
  if (parts.length !== 3 || !header || !claims || !signature) {
    return refused(
      "malformed",
      "it is no signed token: three parts of base64url, with dots between",
    );
  }
  const readHeader = readObject(header);
  if (!readHeader.ok) return readHeader;
  const readClaims = readObject(claims);
  if (!readClaims.ok) return readClaims;
  return { ok: true, value: { header: readHeader.value, claims: readClaims.value } };
};
