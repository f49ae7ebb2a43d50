import type { Database } from "../../platform/database.ts";
import type { PublicPage } from "../../platform/http/public-pages.ts";
import { issuerName } from "./certificate-views.ts";
import type { CertificateDeps } from "./deps.ts";
import { issuerDocument, keyDocument } from "./issuer-documents.ts";

/** How long a verifier may keep what it fetched. */
const keptSeconds = 300;

const answer = (value: unknown, type: string): Response =>
  new Response(JSON.stringify(value), {
    headers: { "content-type": type, "cache-control": `public, max-age=${keptSeconds}` },
  });

/** What verifiers elsewhere fetch: keys and who the issuer is. Nobody need be signed in. */
export const certificatePages = (db: Database, deps: CertificateDeps): readonly PublicPage[] => {
  const { issuer } = deps;
  const issuerPage = async () => {
    const keys = await issuer.freshKeys(db);
    const document = issuerDocument(issuer, keys, await issuerName(db, deps));
    return answer(document, "application/ld+json");
  };
  return [
    {
      path: "/.well-known/jwks.json",
      answer: async () =>
        answer((await issuer.freshKeys(db)).published, "application/jwk-set+json"),
    },
    { path: "/.well-known/did.json", answer: issuerPage },
    { path: "/issuer", answer: issuerPage },
    {
      path: "/issuer/keys/:key",
      answer: async (_request, { key = "" }) => {
        const document = keyDocument(issuer, await issuer.freshKeys(db), key);
        return document && answer(document, "application/json");
      },
    },
  ];
};
