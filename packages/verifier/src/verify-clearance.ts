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
  const asked = { issuer, audience: gate, typ: "clearance+jwt", algorithms: ["RS256"] };
  const clock = { currentDate: now, clockTolerance: 60, maxTokenAge: "8 days" };
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { ...asked, ...clock });
    const { sub, aud, exp, outcome } = payload;
    const opens = sub && exp && aud === gate && outcome === "allow";
    if (!opens) return { ok: false, error: "it does not say whom it lets through this gate" };
    return { ok: true, value: { person: sub, gate, until: new Date(exp * 1000) } };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { ok: false, error: error.message };
    throw error;
  }
};
