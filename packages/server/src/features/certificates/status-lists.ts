import { SignJWT } from "jose";
import type { Database } from "../../platform/database.ts";
import { issuerName, statusListUrl } from "./certificate-views.ts";
import { credentialsContext, secondsOf, secondsText } from "./credential-words.ts";
import { addProof } from "./data-integrity.ts";
import type { CertificateDeps } from "./deps.ts";
import type { IssuerKeys } from "./issuer-keys.ts";
import { newestList, readVoidPlaces, readVoidStamp, type SignedForms } from "./signed-store.ts";
import { encodePlaces } from "./status-bits.ts";

/** So long may a copy be kept; a revocation is seen by everybody within this time. */
export const listKeptSeconds = 300;
/** Whoever cannot fetch may rely on a copy no longer than this, however patient they are. */
const validMs = 24 * 3_600_000;
/** A list without changes is signed anew so often, so that a fetched one is good for a while. */
const signedAnewMs = 3_600_000;

const listCredential = (
  { issuer }: CertificateDeps,
  name: string,
  list: number,
  places: readonly number[],
  now: Date,
) => {
  const id = statusListUrl(issuer, list);
  return {
    "@context": [credentialsContext],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuer.id,
    validFrom: secondsText(now),
    validUntil: secondsText(new Date(now.getTime() + validMs)),
    name: `Revocations of ${name}`,
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: encodePlaces(places),
      ttl: listKeptSeconds * 1000,
    },
  };
};

type ListCredential = ReturnType<typeof listCredential>;

const asToken = (list: ListCredential, now: Date, { rs256 }: IssuerKeys): Promise<string> =>
  new SignJWT(list)
    .setProtectedHeader({ alg: "RS256", kid: rs256.kid, typ: "JWT" })
    .setIssuer(list.issuer)
    .setJti(list.id)
    .setSubject(list.credentialSubject.id)
    .setNotBefore(secondsOf(now))
    .setExpirationTime(secondsOf(new Date(now.getTime() + validMs)))
    .sign(rs256.privateKey);

type Kept = { readonly stamp: string; readonly at: number; readonly forms: Promise<SignedForms> };

export type StatusLists = {
  /** Null: there is no such list. */
  readonly signed: (db: Database, list: number, now: Date) => Promise<SignedForms | null>;
};

/** Signed lists of revocations, kept as long as they say what is so. */
export const makeStatusLists = (deps: CertificateDeps): StatusLists => {
  const kept = new Map<number, Kept>();
  const build = async (db: Database, list: number, now: Date): Promise<SignedForms> => {
    const keys = await deps.issuer.keys(db);
    const places = await readVoidPlaces(db, list);
    const credential = listCredential(deps, await issuerName(db, deps), list, places, now);
    const { privateKey, name } = keys.ed25519;
    const proofKey = { methodId: deps.issuer.methodId(name), privateKey };
    return {
      credential: JSON.stringify(await addProof(credential, proofKey, now)),
      jwt: await asToken(credential, now, keys),
    };
  };
  return {
    signed: async (db, list, now) => {
      if (list > (await newestList(db))) return null;
      const { name } = (await deps.issuer.keys(db)).ed25519;
      const stamp = `${await readVoidStamp(db, list)} ${name}`;
      const known = kept.get(list);
      const age = known ? Math.abs(now.getTime() - known.at) : Number.POSITIVE_INFINITY;
      if (known?.stamp === stamp && age < signedAnewMs) return known.forms;
      const forms = build(db, list, now);
      kept.set(list, { stamp, at: now.getTime(), forms });
      // A fault is for who asked; the next one tries again.
      forms.catch(() => kept.delete(list));
      return forms;
    },
  };
};
