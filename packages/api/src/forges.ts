import { z } from "zod";
import { accountId, changeAuthors, forgeHost, gateAnswer, gateParam } from "./gates.ts";
import { operation } from "./operation.ts";
import { instant, pageOf, pageQuery, uuid } from "./shared-shapes.ts";

export const forgeKinds = ["github", "gitlab"] as const;
const kind = z.enum(forgeKinds);

const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/;

/** What is fetched there decides who somebody is. */
const secureAddress = z
  .url("an address such as https://github.example.com")
  .max(300)
  .refine((url) => url.startsWith("https://") || loopback.test(url), "must begin with https://")
  .refine((url) => !/[?#@]/.test(url), "without a query, a fragment or a password")
  .transform((url) => url.replace(/\/+$/, ""));

const whom = z.object({ id: uuid, name: z.string() });

const forgeView = z.object({
  id: forgeHost,
  kind,
  url: z.string(),
  /** To be entered at the forge, where the client is registered. */
  callback: z.url(),
});
export type ForgeView = z.infer<typeof forgeView>;

const linkedAccount = z.object({
  forge: z.string(),
  id: z.string(),
  login: z.string().nullable(),
  how: z.enum(["signed-in", "imported"]),
  linkedAt: instant,
});
export type LinkedAccount = z.infer<typeof linkedAccount>;

const importedRow = z.object({
  line: z.number().int(),
  forge: z.string(),
  account: z.string(),
  login: z.string().nullable(),
  person: whom,
  does: z.enum(["link", "nothing"]),
});
export type ImportedAccount = z.infer<typeof importedRow>;

const accountsCsv = { type: "text/csv", maxBytes: 2_000_000 } as const;

const allowedRepository = z.strictObject({
  repository: z
    .string()
    .max(300)
    .regex(
      /^[A-Za-z0-9_.-]+(?:\/(?:\*|[A-Za-z0-9_.-]+))+$/,
      "a repository such as owner/name, or owner/*",
    ),
  /** Its number at the forge: a name can be given up and taken by somebody else. */
  id: accountId.nullable().default(null),
  gates: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^(?:\*|[a-z0-9._/-]+(?:\/\*)?)$/, "a gate, `part/*` or `*`"),
    )
    .min(1)
    .max(50),
  /** Whether pipelines of changes that are not merged may ask. */
  pullRequests: z.boolean().default(false),
});

const ciIssuerView = z.object({
  id: uuid,
  kind,
  issuer: z.string(),
  /** Null: this installation's public address. */
  audience: z.string().nullable(),
  forge: z.string(),
  allowed: z.array(allowedRepository),
  createdAt: instant,
});
export type CiIssuerView = z.infer<typeof ciIssuerView>;

const accountParam = z.object({ forge: forgeHost, account: accountId });

export const forgeOperations = {
  "GET /api/forges": operation({
    summary: "List forges at which one can show that an account is one's own",
    access: "account:own",
    answer: z.object({ forges: z.array(forgeView) }),
  }),
  "POST /api/forges": operation({
    summary: "Let people sign in to a forge to link their accounts",
    access: "forges:write",
    body: z.strictObject({
      kind,
      url: secureAddress.optional(),
      clientId: z.string().trim().min(1).max(200),
      clientSecret: z.string().trim().min(1).max(500),
    }),
    answer: forgeView,
  }),
  "DELETE /api/forges/{forge}": operation({
    summary: "Let nobody sign in to this forge any more; linked accounts stay",
    access: "forges:write",
    params: z.object({ forge: forgeHost }),
    problems: ["not-found"],
  }),
  "GET /api/me/forge-accounts": operation({
    summary: "List one's own linked accounts",
    access: "account:own",
    answer: z.object({ accounts: z.array(linkedAccount) }),
  }),
  "POST /api/me/forge-accounts/{forge}/sign-in": operation({
    summary: "Begin to link an account by signing in to the forge",
    access: "account:own",
    params: z.object({ forge: forgeHost }),
    answer: z.object({ url: z.url() }),
    problems: ["not-found"],
  }),
  "GET /api/forges/{forge}/callback": operation({
    summary: "Come back from the forge; leads on to the account page",
    access: "account:own",
    params: z.object({ forge: forgeHost }),
    query: z.object({
      code: z.string().max(2000).optional(),
      state: z.string().max(200).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(2000).optional(),
      error_uri: z.string().max(2000).optional(),
      iss: z.string().max(300).optional(),
    }),
  }),
  "DELETE /api/me/forge-accounts/{forge}/{account}": operation({
    summary: "Unlink one's own account",
    access: "account:own",
    params: accountParam,
    problems: ["not-found"],
  }),
  "GET /api/forge-accounts": operation({
    summary: "List linked accounts",
    access: "forges:read",
    query: z.object({ ...pageQuery, person: uuid.optional() }),
    answer: pageOf(linkedAccount.extend({ person: whom })),
    problems: ["bad-cursor"],
  }),
  "DELETE /api/forge-accounts/{forge}/{account}": operation({
    summary: "Unlink an account",
    access: "forges:write",
    params: accountParam,
    problems: ["not-found"],
  }),
  "POST /api/forge-accounts/import-previews": operation({
    summary: "Read a CSV of accounts (forge, account, person, login) and say what it would do",
    access: "forges:write",
    bodyText: accountsCsv,
    answer: z.object({
      rows: z.array(importedRow),
      faults: z.array(z.object({ line: z.number().int(), says: z.string() })),
    }),
  }),
  "POST /api/forge-accounts/imports": operation({
    summary: "Link the accounts of a CSV, all of them or none",
    access: "forges:write",
    bodyText: accountsCsv,
    answer: z.object({ linked: z.number().int(), unchanged: z.number().int() }),
    problems: ["csv-not-readable"],
  }),
  "GET /api/ci-issuers": operation({
    summary: "List whose tokens of pipelines are believed",
    access: "forges:read",
    answer: z.object({ issuers: z.array(ciIssuerView) }),
  }),
  "POST /api/ci-issuers": operation({
    summary: "Believe the pipelines of a forge, for some repositories and gates",
    access: "forges:write",
    body: z.strictObject({
      kind,
      issuer: secureAddress.optional(),
      audience: z.string().trim().min(1).max(300).nullable().default(null),
      /** Whose accounts its tokens name; left out: the issuer's own. */
      forge: forgeHost.optional(),
      allowed: z.array(allowedRepository).min(1).max(500),
    }),
    answer: ciIssuerView,
    problems: ["already-asked"],
  }),
  "DELETE /api/ci-issuers/{issuer}": operation({
    summary: "Believe these pipelines no more",
    access: "forges:write",
    params: z.object({ issuer: uuid }),
    problems: ["not-found"],
  }),
  "POST /api/gates/{gate}/ci-decisions": operation({
    summary:
      "Ask a gate from a pipeline, with nothing but the token that its forge has issued to it",
    access: "public",
    ownTransaction: true,
    params: gateParam,
    body: z.strictObject({
      token: z.string().min(1).max(16_384),
      /** What the pipeline says about the change; it can only ever deny. */
      authors: changeAuthors.default([]),
    }),
    answer: gateAnswer.extend({
      /** What the forge has signed. */
      verified: z.object({
        issuer: z.string(),
        account: z.object({ forge: z.string(), id: z.string(), login: z.string().nullable() }),
        repository: z.string(),
        repositoryId: z.string(),
        commit: z.string().nullable(),
        ref: z.string().nullable(),
        event: z.string().nullable(),
        /** The file that ran, where it is another repository's too. */
        workflow: z.string().nullable(),
        pullRequest: z.boolean(),
      }),
      /** What the pipeline only says. */
      claimed: z.array(z.literal("authors")),
    }),
    problems: ["not-found", "ci-token-not-valid", "ci-not-allowed", "forge-away"],
  }),
};
