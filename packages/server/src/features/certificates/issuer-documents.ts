import type { Issuer, IssuerKeys, PublicKey } from "./issuer-keys.ts";

const contexts = {
  did: "https://www.w3.org/ns/did/v1",
  multikey: "https://w3id.org/security/multikey/v1",
  jwk: "https://w3id.org/security/jwk/v1",
  badges: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
};

const isEd25519 = ({ purpose }: PublicKey): boolean => purpose === "credential-ed25519";

/** A verification method as it stands in the issuer's document. */
const methodOf = (issuer: Issuer, key: PublicKey) => {
  const about = { id: issuer.methodId(key.name), controller: issuer.id };
  return isEd25519(key)
    ? { ...about, type: "Multikey", publicKeyMultibase: key.name }
    : { ...about, type: "JsonWebKey", publicKeyJwk: key.jwk };
};

/**
 * The issuer as a DID or controller document and as an Open Badges profile in one: whichever of the two a
 * verifier looks for, it finds the keys. The DID context comes first, as verifiers then need no other.
 */
export const issuerDocument = (issuer: Issuer, keys: IssuerKeys, name: string) => ({
  "@context": [contexts.did, contexts.multikey, contexts.jwk, contexts.badges],
  id: issuer.id,
  type: ["Profile"],
  name,
  url: issuer.url,
  verificationMethod: keys.all.map((key) => methodOf(issuer, key)),
  assertionMethod: keys.all.map((key) => issuer.methodId(key.name)),
});

/** One key by its own address: as a verification method for proofs, as a JWK for tokens. */
export const keyDocument = (issuer: Issuer, keys: IssuerKeys, name: string): object | null => {
  const key = keys.all.find((one) => one.name === name);
  if (!key) return null;
  if (!isEd25519(key)) return key.jwk;
  return { "@context": contexts.multikey, ...methodOf(issuer, key) };
};

/** What a verifier would have fetched to check our own credentials. */
export const documentsOf = (issuer: Issuer, keys: IssuerKeys): ReadonlyMap<string, object> =>
  new Map<string, object>([
    [issuer.id, issuerDocument(issuer, keys, "")],
    ...keys.all
      .filter(isEd25519)
      .map((key): [string, object] => [
        issuer.methodId(key.name),
        { "@context": contexts.multikey, ...methodOf(issuer, key) },
      ]),
  ]);
