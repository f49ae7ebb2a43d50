import { isObject, readToken } from "./read-token.ts";
import { type Checked, refused } from "./refusal.ts";
import { type Trust, verifySigned } from "./verify-signed.ts";

/** Everything that a clearance says, from whoever may say it. */
export type OpenedClearance = {
  readonly person: string;
  readonly gate: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly until: Date;
  readonly mode: string;
  /** False: let through because the gate does not enforce yet. */
  readonly earned: boolean;
  /** What the gate wants when nobody can be asked and this has expired. */
  readonly otherwise: "allow" | "deny";
  readonly hasExpired: boolean;
};

const clearanceType = "clearance+jwt";

/**
 * Opens a clearance whose signature holds, even when its time is over: what a gate wants then stands in it,
 * signed like the rest. Whether it opens a gate now is for `verifyClearance` to say.
 */
export const openClearance = async (
  text: string,
  trust: Trust,
): Promise<Checked<OpenedClearance>> => {
  const read = readToken(text);
  if (!read.ok) return read;
  const { exp } = read.value.claims;
  if (typeof exp !== "number") return refused("incomplete", "it lacks the claim exp");
  const nowSeconds = trust.now.getTime() / 1000;
  const hasExpired = exp <= nowSeconds;
  const now = hasExpired ? new Date((exp - 1) * 1000) : trust.now;
  const verified = await verifySigned(text, clearanceType, { ...trust, now });
  if (!verified.ok) return verified;
  const { iss, sub, aud, iat, nbf, outcome, mode, earned, offline } = verified.value;
  if (typeof iss !== "string" || typeof sub !== "string" || typeof aud !== "string") {
    return refused("incomplete", "it does not say who lets whom through which gate");
  }
  if (typeof iat !== "number" || typeof nbf !== "number" || typeof mode !== "string") {
    return refused("incomplete", "it does not say since when, or in which mode");
  }
  if (outcome !== "allow") return refused("incomplete", "it does not say allow");
  return {
    ok: true,
    value: {
      person: sub,
      gate: aud,
      issuer: iss,
      issuedAt: new Date(iat * 1000),
      until: new Date(exp * 1000),
      mode,
      earned: earned === true,
      otherwise: isObject(offline) && offline["otherwise"] === "allow" ? "allow" : "deny",
      hasExpired,
    },
  };
};
