import { isObject, type JsonObject, readToken } from "@checkride/verifier/read-token";
import { parseStrictJson } from "@checkride/verifier/strict-json";
import { hasType, idOf, verifyCertificate } from "@checkride/verifier/verify-certificate";
import type { Database } from "../../platform/database.ts";
import { certificateUrl } from "./certificate-views.ts";
import { changedPlaces } from "./changed-places.ts";
import { isProven } from "./data-integrity.ts";
import type { CertificateDeps } from "./deps.ts";
import { documentsOf } from "./issuer-documents.ts";
import { findSigned } from "./signed-store.ts";

/** `id`: of the certificate, where it is one of ours. */
export type Judged =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly says: string;
      readonly id: string | null;
    };

export const refusedAs = (code: string, says: string, id: string | null = null): Judged => ({
  ok: false,
  code,
  says,
  id,
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The number of a certificate of ours in its address. */
export const idInUrl = ({ issuer }: CertificateDeps, url: string): string | null => {
  const start = certificateUrl(issuer, "");
  const id = url.startsWith(start) ? (url.slice(start.length).split(/[/?#]/)[0] ?? "") : "";
  return uuid.test(id) ? id : null;
};

const someoneElse = (name: string, own: string): Judged =>
  refusedAs(
    "wrong-issuer",
    `It names ${name.slice(0, 200)} as its issuer and this is ${own}: whether it is good can only be said there.`,
  );

const unknown = () =>
  refusedAs("unknown", "No certificate that was issued here has its number: it is forged.");

/** What stands in a proof before anything is computed: who signs with something else is told so. */
const refusedProof = (credential: JsonObject, methods: readonly string[]): Judged | null => {
  const { proof } = credential;
  if (!isObject(proof)) return refusedAs("unsigned", "It bears no signature, or more than one.");
  if (proof["type"] !== "DataIntegrityProof" || proof["cryptosuite"] !== "eddsa-rdfc-2022") {
    return refusedAs("wrong-algorithm", "It is signed in a way that is not used here.");
  }
  const method = proof["verificationMethod"];
  return typeof method === "string" && methods.includes(method)
    ? null
    : refusedAs("unknown-key", "It is signed with a key that is none of the issuer's.");
};

const refusedList = (credential: JsonObject, { issuer }: CertificateDeps): Judged | null => {
  const { credentialStatus: status } = credential;
  const list = isObject(status) ? status["statusListCredential"] : undefined;
  return typeof list === "string" && list.startsWith(`${issuer.url}/status/`)
    ? null
    : refusedAs("wrong-list", "It names no list of revocations of its issuer.");
};

/**
 * A credential with its proof. What was issued is kept, so it is compared before anything is computed: a stranger's
 * JSON-LD can be made to take for ever, our own cannot.
 */
export const judgeJson = async (
  db: Database,
  deps: CertificateDeps,
  text: string,
): Promise<Judged> => {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return refusedAs(parsed.error.code, `Not believed: ${parsed.error.says}.`);
  const credential = parsed.value;
  if (!isObject(credential) || !hasType(credential, "OpenBadgeCredential")) {
    return refusedAs("wrong-type", "This is no certificate.");
  }
  const { issuer } = deps;
  const by = idOf(credential["issuer"]) ?? "nobody";
  if (by !== issuer.id) return someoneElse(by, issuer.id);
  const id = idInUrl(deps, idOf(credential["id"]) ?? "");
  const signed = id === null ? null : await findSigned(db, id);
  if (id === null || signed === null) return unknown();
  const keys = await issuer.freshKeys(db);
  const documents = documentsOf(issuer, keys);
  const refused = refusedProof(credential, [...documents.keys()]) ?? refusedList(credential, deps);
  if (refused) return refused;
  const places = changedPlaces(JSON.parse(signed.credential), credential);
  if (places.length > 0) {
    const where = places.slice(0, 5).join(", ");
    return refusedAs("changed", `It was changed after it was signed: ${where}.`, id);
  }
  // What time has done to it is told with the facts.
  return (await isProven(credential, documents, signed.validFrom))
    ? { ok: true, id }
    : refusedAs("wrong-signature", "Its signature does not hold.", id);
};

/** The certificate of ours that a token names, whoever wrote it. */
const claimedId = (deps: CertificateDeps, text: string): string | null => {
  const read = readToken(text);
  const jti = read.ok ? read.value.claims["jti"] : null;
  return typeof jti === "string" ? idInUrl(deps, jti) : null;
};

/** The JWT form, with the published keys alone; what became of it is told with the facts. */
export const judgeJwt = async (
  db: Database,
  deps: CertificateDeps,
  text: string,
  now: Date,
): Promise<Judged> => {
  const { issuer } = deps;
  const { published: keys } = await issuer.freshKeys(db);
  const claimed = claimedId(deps, text);
  const signed = claimed === null ? null : await findSigned(db, claimed);
  const at = signed?.jwt === text ? signed.validFrom : now;
  const verified = await verifyCertificate(text, { keys, issuer: issuer.id, now: at });
  if (!verified.ok) {
    const { code, says } = verified.error;
    return refusedAs(code, `Not believed: ${says}.`);
  }
  const id = idInUrl(deps, verified.value.id);
  return id === null ? unknown() : { ok: true, id };
};
