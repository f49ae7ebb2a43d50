import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import { type JsonObject, readToken } from "./read-token.ts";
import { type Checked, type RefusalCode, refused } from "./refusal.ts";

export type Trust = {
  readonly keys: JSONWebKeySet;
  /** Who must have signed; null: whoever the holder of these keys says to be. */
  readonly issuer: string | null;
  readonly now: Date;
};

/** Clocks of two machines differ; by more than this one of them is wrong. */
const skewSeconds = 60;

const codesOfClaims: Readonly<Record<string, readonly [RefusalCode, string]>> = {
  iss: ["wrong-issuer", "it was issued by somebody else"],
  nbf: ["not-yet-valid", "it begins in the future"],
  iat: ["not-yet-valid", "it was issued in the future"],
  typ: ["wrong-type", "it is a token for something else"],
};

const explain = (error: InstanceType<typeof errors.JOSEError>): Checked<never> => {
  if (error instanceof errors.JWTExpired) return refused("expired", "it has expired");
  if (error instanceof errors.JWTClaimValidationFailed) {
    const [code, says] = codesOfClaims[error.claim] ?? ["malformed", error.message];
    return error.reason === "missing"
      ? refused("incomplete", `it lacks the claim ${error.claim}`)
      : refused(code, says);
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refused("wrong-signature", "its signature is not by the key that it names");
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return refused("unknown-key", "no key of the issuer has the name that it gives");
  }
  return refused("malformed", error.message);
};

/** The claims of a token that one of these keys signed, for this use and for now. */
export const verifySigned = async (
  text: string,
  typ: string,
  { keys, issuer, now }: Trust,
): Promise<Checked<JsonObject>> => {
  const read = readToken(text);
  if (!read.ok) return read;
  const { alg, kid } = read.value.header;
  if (alg !== "RS256") {
    return refused("wrong-algorithm", "it is not signed with RS256, the only way that is believed");
  }
  if (typeof kid !== "string") {
    return refused("unknown-key", "it does not say which key has signed it");
  }
  const asked = {
    ...(issuer === null ? {} : { issuer }),
    typ,
    algorithms: ["RS256"],
    currentDate: now,
    clockTolerance: skewSeconds,
    requiredClaims: ["iss"],
  };
  try {
    const { payload } = await jwtVerify(text, createLocalJWKSet(keys), asked);
    return { ok: true, value: payload };
  } catch (error) {
    if (error instanceof errors.JOSEError) return explain(error);
    throw error;
  }
};
