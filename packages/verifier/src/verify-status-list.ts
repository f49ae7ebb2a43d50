import { gunzipSync } from "node:zlib";
import { isObject } from "./read-token.ts";
import { type Checked, refused } from "./refusal.ts";
import { hasType, type VerifiedCertificate } from "./verify-certificate.ts";
import { type Trust, verifySigned } from "./verify-signed.ts";

export type StatusList = {
  readonly url: string;
  /** Until then it may be relied upon; null: it does not say. */
  readonly until: Date | null;
  readonly bits: Uint8Array;
};

/** Bitstring Status List 1.0: no list is shorter, so that one place in it tells nothing about a person. */
const bytesMin = 131_072 / 8;
const bytesMax = 64 * bytesMin;

const inflate = (encoded: string): Uint8Array | null => {
  // Multibase: "u" says base64url without padding.
  if (!/^u[\w-]+$/.test(encoded)) return null;
  try {
    return gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: bytesMax });
  } catch {
    return null;
  }
};

/** A list of revocations that its issuer signed and that is not too old. */
export const verifyStatusList = async (
  text: string,
  url: string,
  trust: Trust,
): Promise<Checked<StatusList>> => {
  const verified = await verifySigned(text, "JWT", trust);
  if (!verified.ok) {
    return verified.error.code === "expired"
      ? refused("stale-list", "the list of revocations is too old")
      : verified;
  }
  const credential = verified.value;
  const { id, exp, credentialSubject: subject } = credential;
  if (!hasType(credential, "BitstringStatusListCredential") || !isObject(subject)) {
    return refused("wrong-list", "this is no list of revocations");
  }
  if (id !== url || subject["statusPurpose"] !== "revocation") {
    return refused("wrong-list", `this is not the list ${url}`);
  }
  const { encodedList } = subject;
  const bits = typeof encodedList === "string" ? inflate(encodedList) : null;
  if (bits === null || bits.length < bytesMin) {
    return refused("cut-list", "the list of revocations is not whole");
  }
  const until = typeof exp === "number" ? new Date(exp * 1000) : null;
  return { ok: true, value: { url, until, bits } };
};

/** A certificate that its list does not revoke; another list, or one without its place, says nothing. */
export const refuseRevoked = (
  certificate: VerifiedCertificate,
  list: StatusList,
): Checked<VerifiedCertificate> => {
  const { status } = certificate;
  if (status === null) return { ok: true, value: certificate };
  if (status.list !== list.url) return refused("wrong-list", `its list is ${status.list}`);
  const byte = list.bits[Math.floor(status.index / 8)];
  if (byte === undefined) return refused("cut-list", "the list ends before its place");
  // The first place is the highest bit of the first byte.
  const isSet = (byte & (0x80 >> (status.index % 8))) !== 0;
  return isSet ? refused("revoked", "it was revoked") : { ok: true, value: certificate };
};
