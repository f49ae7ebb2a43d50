import { createHash } from "node:crypto";
import { ok, type Result } from "@checkride/rules/result";
import { readToken } from "@checkride/verifier/read-token";
import { verifySigned } from "@checkride/verifier/verify-signed";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type CiFacts, readFacts } from "./ci-claims.ts";
import { countUse, readIssuer } from "./ci-store.ts";
import type { IssuerKeys } from "./issuer-keys.ts";

type Issuer = NonNullable<Awaited<ReturnType<typeof readIssuer>>>;

export type VerifiedPipeline = { readonly issuer: Issuer; readonly facts: CiFacts };

type Show = {
  readonly token: string;
  readonly gate: string;
  /** Whom a token must be meant for, where the issuer has no other name for us. */
  readonly audience: string;
  readonly now: Date;
};

const skewMs = 60_000;
/** From the first time that a token is shown at a gate, so long and so often. */
const usedForMs = 600_000;
const usesMax = 20;

const notValid = (says: string) =>
  refuse("ci-token-not-valid", `The pipeline's token is not believed: ${says}.`, {
    wayOut: "Have the pipeline ask its forge for a new token, for this server's address.",
  });

const away = (says: string) =>
  refuse("forge-away", `The keys of the token's issuer cannot be had: ${says}.`, {
    wayOut: "Try again in a few seconds.",
    retryAfterSeconds: 5,
  });

const isMeantFor = (claims: Readonly<Record<string, unknown>>, audience: string): boolean => {
  const meant = [claims["aud"]].flat();
  return meant.some((one) => typeof one === "string" && one.replace(/\/$/, "") === audience);
};

const wrongTimes = (claims: Readonly<Record<string, unknown>>, now: Date): string | null => {
  const { iat, exp } = { iat: claims["iat"], exp: claims["exp"] };
  if (typeof iat !== "number" || typeof exp !== "number") {
    return "it does not say when it was issued and when it ends";
  }
  return iat * 1000 > now.getTime() + skewMs ? "it was issued in the future" : null;
};

/** Nothing that a token says decides where we look: its issuer is one that an owner has named, or it is refused. */
export const verifyCiToken = async (
  db: Database,
  issuerKeys: IssuerKeys,
  { token, gate, audience, now }: Show,
): Promise<Result<VerifiedPipeline, Refusal>> => {
  const read = readToken(token);
  if (!read.ok) return notValid(read.error.says);
  const { iss } = read.value.claims;
  const { kid } = read.value.header;
  const issuer = typeof iss === "string" ? await readIssuer(db, iss) : undefined;
  if (!issuer) return notValid("nobody here has named its issuer as one to believe");
  if (typeof kid !== "string") return notValid("it does not say which key has signed it");
  const keys = await issuerKeys.keysFor(issuer.issuer, kid, now);
  if (!keys.ok && keys.error.code === "away") return away(keys.error.says);
  if (!keys.ok) return notValid("no key of its issuer has the name that it gives");
  const trust = { keys: keys.value, issuer: issuer.issuer, now };
  const signed = await verifySigned(token, "JWT", trust);
  if (!signed.ok) return notValid(signed.error.says);
  const claims = signed.value;
  const says = wrongTimes(claims, now);
  if (says !== null) return notValid(says);
  if (!isMeantFor(claims, issuer.audience ?? audience))
    return notValid("it is meant for somebody else");
  const facts = readFacts(issuer.kind, claims);
  const { jti } = claims;
  if (facts === null || typeof jti !== "string") {
    return notValid("it lacks what tokens of pipelines say");
  }
  const tokenHash = createHash("sha256").update(`${issuer.issuer} ${jti}`).digest();
  const { firstAt, uses } = await countUse(db, tokenHash, gate, now);
  if (uses > usesMax || now.getTime() - firstAt.getTime() > usedForMs) {
    return notValid("it was shown here before, too often or too long ago");
  }
  return ok({ issuer, facts });
};
