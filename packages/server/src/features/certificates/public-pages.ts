import type { Database } from "../../platform/database.ts";
import type { PublicPage } from "../../platform/http/public-pages.ts";
import { acceptedForm } from "./accepted-form.ts";
import { achievementOf } from "./achievement.ts";
import { issuerName } from "./certificate-views.ts";
import { badgesContext, credentialsContext } from "./credential-words.ts";
import type { CertificateDeps } from "./deps.ts";
import { issuerDocument, keyDocument } from "./issuer-documents.ts";
import { signedForms } from "./sign-credential.ts";
import type { SignedForms } from "./signed-store.ts";
import { listKeptSeconds, type StatusLists } from "./status-lists.ts";

type Parts = {
  readonly db: Database;
  readonly deps: CertificateDeps;
  readonly lists: StatusLists;
  readonly clock: () => Date;
};

const text = (body: string, type: string): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "cache-control": `public, max-age=${listKeptSeconds}`,
      vary: "accept",
    },
  });

const json = (value: unknown, type: string): Response => text(JSON.stringify(value), type);

const jsonType = "application/ld+json";
/** Open Badges 3.0, "Web Resource". */
const jwtType = "text/plain; charset=utf-8";

const formOf = ({ credential, jwt }: SignedForms, form: "json" | "jwt"): Response =>
  form === "jwt" ? text(jwt, jwtType) : text(credential, jsonType);

const gone = (says: string): Response =>
  new Response(`${says}\n`, { status: 404, headers: { "content-type": "text/plain" } });

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who the issuer is, and its keys. */
const issuerPages = ({ db, deps }: Parts): readonly PublicPage[] => {
  const { issuer } = deps;
  const answer = async () => {
    const keys = await issuer.freshKeys(db);
    return json(issuerDocument(issuer, keys, await issuerName(db, deps)), jsonType);
  };
  return [
    { path: "/.well-known/did.json", answer },
    { path: "/issuer", answer },
    {
      path: "/.well-known/jwks.json",
      answer: async () => json((await issuer.freshKeys(db)).published, "application/jwk-set+json"),
    },
    {
      path: "/issuer/keys/:key",
      answer: async (_request, { key = "" }) => {
        const document = keyDocument(issuer, await issuer.freshKeys(db), key);
        return document ? json(document, "application/json") : gone("There is no such key.");
      },
    },
  ];
};

const credentialPages = ({ db, deps }: Parts): readonly PublicPage[] => {
  const answerIn = async (form: "json" | "jwt", id: string) => {
    const forms = uuidPattern.test(id) ? await signedForms(db, deps, id) : null;
    return forms ? formOf(forms, form) : gone("There is no such certificate.");
  };
  return [
    {
      path: "/certificates/:id",
      answer: async (request, { id = "" }) => {
        const form = acceptedForm(request);
        return form === "page" ? null : answerIn(form, id);
      },
    },
    {
      path: "/certificates/:id/credential.json",
      answer: (_request, { id = "" }) => answerIn("json", id),
    },
    {
      path: "/certificates/:id/credential.jwt",
      answer: (_request, { id = "" }) => answerIn("jwt", id),
    },
  ];
};

const listPages = ({ db, lists, clock }: Parts): readonly PublicPage[] => [
  {
    path: "/status/:list",
    answer: async (request, { list = "" }) => {
      const [, number, ending] = /^(\d{1,6})(\.jwt)?$/.exec(list) ?? [];
      const forms = number ? await lists.signed(db, Number(number), clock()) : null;
      if (!forms) return gone("There is no such list.");
      return formOf(forms, ending || acceptedForm(request) === "jwt" ? "jwt" : "json");
    },
  },
];

const achievementPages = ({ db, deps }: Parts): readonly PublicPage[] => [
  {
    path: "/achievements/:certificate/:version",
    answer: async (request, { certificate = "", version = "" }) => {
      if (acceptedForm(request) === "page") return null;
      const policyVersion = /^\d{1,6}$/.test(version) ? Number(version) : 0;
      const policy = await deps.policyOf(db, policyVersion);
      const achievement = policy && achievementOf(deps, policy, { certificate, policyVersion });
      if (!achievement) return gone("There is no such achievement.");
      return json({ "@context": [credentialsContext, badgesContext], ...achievement }, jsonType);
    },
  },
  {
    path: "/ledger/checkpoint",
    answer: async () => {
      const note = await deps.readCheckpoint(db);
      return note === null ? gone("Nothing is sealed yet.") : text(note, jwtType);
    },
  },
];

/** What verifiers elsewhere fetch. Nobody need be signed in. */
export const certificatePages = (parts: Parts): readonly PublicPage[] => [
  ...issuerPages(parts),
  ...credentialPages(parts),
  ...listPages(parts),
  ...achievementPages(parts),
];
