import { createPublicKey } from "node:crypto";
import type { JSONWebKeySet, JWK } from "jose";
import { isObject } from "./read-token.ts";
import { type Checked, refused } from "./refusal.ts";
import { parseStrictJson } from "./strict-json.ts";

const secretParts = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/** Null: not a key that verifies our tokens, such as one of another kind that stands in the same set. */
const rsaKey = (key: unknown): JWK | null => {
  if (!isObject(key)) return null;
  const { kty, kid, n, e, alg, use } = key;
  if (kty !== "RSA" || typeof kid !== "string") return null;
  if (typeof n !== "string" || typeof e !== "string") return null;
  if ((alg ?? "RS256") !== "RS256" || (use ?? "sig") !== "sig") return null;
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: { kty, n, e }, format: "jwk" });
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return bits >= 2048 && bits <= 16_384 ? { kty, kid, n, e, alg: "RS256", use: "sig" } : null;
  } catch {
    return null;
  }
};

/** The keys of a published set with which certificates and clearances are verified. */
export const readKeySet = (text: string): Checked<JSONWebKeySet> => {
  if (text.length > 1_000_000) return refused("too-large", "it is too large for a key set");
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return parsed;
  const listed: unknown = isObject(parsed.value) ? parsed.value["keys"] : undefined;
  if (!Array.isArray(listed)) return refused("malformed", 'it is no key set: {"keys": [ … ]}');
  if (listed.some((key) => isObject(key) && secretParts.some((part) => part in key))) {
    return refused("malformed", "it holds a secret key; only public keys belong there");
  }
  const keys = listed.map(rsaKey).filter((key) => key !== null);
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    return refused("malformed", "two of its keys have the same name (kid)");
  }
  return keys.length > 0
    ? { ok: true, value: { keys } }
    : refused("malformed", "it holds no RSA key for RS256 with a name (kid)");
};
