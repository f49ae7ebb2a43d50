import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";

export type Clearance = { readonly person: string; readonly gate: string; readonly until: Date };

export type Verified =
  | { readonly ok: true; readonly value: Clearance }
  | { readonly ok: false; readonly error: string };

type Expected = { readonly issuer: string; readonly gate: string; readonly now: Date };

/** Whether a clearance opens this gate now, told by the issuer's public keys alone. */
export const verifyClearance = async (
  token: string,
  keys: JSONWebKeySet,
  { issuer, gate, now }: Expected,
): Promise<Verified> => {
  const typ = "clearance+jwt";
  const asked = { issuer, audience: gate, typ, algorithms: ["RS256"], currentDate: now };
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), asked);
    const { sub, exp, outcome } = payload;
    if (sub === undefined || exp === undefined)
      return { ok: false, error: "it names no person or no end" };
    if (outcome !== "allow") return { ok: false, error: "it does not say allow" };
    return { ok: true, value: { person: sub, gate, until: new Date(exp * 1000) } };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { ok: false, error: error.message };
    throw error;
  }
};
