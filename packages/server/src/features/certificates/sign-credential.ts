import { SignJWT } from "jose";
import type { Database } from "../../platform/database.ts";
import { achievementOf } from "./achievement.ts";
import { issuerName } from "./certificate-views.ts";
import { type Credential, credentialOf } from "./credential.ts";
import { secondsOf } from "./credential-words.ts";
import { addProof } from "./data-integrity.ts";
import type { CertificateDeps } from "./deps.ts";
import type { IssuerKeys } from "./issuer-keys.ts";
import { findToSign, keepSigned, type SignedForms, type ToSign } from "./signed-store.ts";

/** Open Badges 3.0, "JSON Web Token Proof Format": these headers and no others, these claims. */
const asToken = (
  credential: Credential,
  one: ToSign,
  { rs256 }: Pick<IssuerKeys, "rs256">,
): Promise<string> =>
  new SignJWT(credential)
    .setProtectedHeader({ alg: "RS256", kid: rs256.kid, typ: "JWT" })
    .setIssuer(credential.issuer.id)
    .setJti(credential.id)
    .setSubject(credential.credentialSubject.id)
    .setNotBefore(secondsOf(one.validFrom))
    .setExpirationTime(secondsOf(one.validUntil))
    .sign(rs256.privateKey);

const sign = async (db: Database, deps: CertificateDeps, one: ToSign): Promise<SignedForms> => {
  const { issuer } = deps;
  const policy = await deps.policyOf(db, one.policyVersion);
  const achievement = policy && achievementOf(deps, policy, one);
  if (!achievement) throw new Error(`certificate ${one.id} rests on a policy that is not there`);
  const holder = one.personId === null ? null : await deps.readPersonCard(db, one.personId);
  const email = holder?.email ?? null;
  const name = await issuerName(db, deps);
  const credential = credentialOf(one, { issuer, issuerName: name, achievement, email });
  const keys = await issuer.keys(db);
  const { privateKey, name: key } = keys.ed25519;
  const proofKey = { methodId: issuer.methodId(key), privateKey };
  return {
    credential: JSON.stringify(await addProof(credential, proofKey, one.issuedAt)),
    jwt: await asToken(credential, one, keys),
  };
};

/**
 * Signed when it is first asked for, as most certificates never are, and kept: whoever asks again gets the same to
 * the letter. Null: there is none, or its holder was erased.
 */
export const signedForms = async (
  db: Database,
  deps: CertificateDeps,
  id: string,
): Promise<SignedForms | null> => {
  const found = await findToSign(db, id);
  if (!found) return null;
  const { credential, jwt } = found;
  if (credential !== null && jwt !== null) return { credential, jwt };
  return keepSigned(db, id, await sign(db, deps, found));
};
