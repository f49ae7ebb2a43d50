import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { listOwn } from "./account-store.ts";
import { listIssuers } from "./ci-store.ts";
import { decideForPipeline } from "./decide-for-pipeline.ts";
import type { ForgeDeps } from "./deps.ts";
import { listForges } from "./forge-store.ts";
import { importAccounts, previewAccounts } from "./import-accounts.ts";
import { unlinkAccount } from "./link-account.ts";
import { accountView, listAccounts } from "./list-accounts.ts";
import { forgeView, makeForge, removeForge } from "./make-forge.ts";
import { issuerView, makeIssuer, removeIssuer } from "./make-issuer.ts";
import { beginSignIn, finishSignIn } from "./sign-in-at-forge.ts";

const notLinked = () => refuse("not-found", "No such account is linked.");

export const forgeRoutes = (deps: ForgeDeps): readonly Route[] => [
  route("GET /api/forges", async ({ db, origin }) =>
    ok({ forges: (await listForges(db)).map((forge) => forgeView(forge, origin)) }),
  ),
  route("POST /api/forges", (context, { body }) => makeForge(context, deps, body)),
  route("DELETE /api/forges/{forge}", (context, { params }) => removeForge(context, params.forge)),
  ...ownRoutes(deps),
  route("GET /api/forge-accounts", ({ db }, { query }) => listAccounts(db, query)),
  route("DELETE /api/forge-accounts/{forge}/{account}", async (context, { params }) => {
    const { db, now: at } = context;
    const { forge, account: id } = params;
    const actor = actorOf(context).personId;
    const isGone = await unlinkAccount(db, { forge, id, person: null, actor, at });
    return isGone ? ok(undefined) : notLinked();
  }),
  route("POST /api/forge-accounts/import-previews", async (context, { body }) =>
    ok(await previewAccounts(context, deps, body)),
  ),
  route("POST /api/forge-accounts/imports", (context, { body }) =>
    importAccounts(context, deps, body),
  ),
  route("GET /api/ci-issuers", async ({ db }) =>
    ok({ issuers: (await listIssuers(db)).map(issuerView) }),
  ),
  route("POST /api/ci-issuers", (context, { body }) => makeIssuer(context, body)),
  route("DELETE /api/ci-issuers/{issuer}", (context, { params }) =>
    removeIssuer(context, params.issuer),
  ),
  route("POST /api/gates/{gate}/ci-decisions", (context, { params, body }) =>
    decideForPipeline(context, deps, { ...params, ...body }),
  ),
];

const ownRoutes = (deps: ForgeDeps): readonly Route[] => [
  route("GET /api/me/forge-accounts", async (context) => {
    const accounts = await listOwn(context.db, actorOf(context).personId);
    return ok({ accounts: accounts.map(accountView) });
  }),
  route("POST /api/me/forge-accounts/{forge}/sign-in", (context, { params }) =>
    beginSignIn(context, deps, params.forge),
  ),
  route("GET /api/forges/{forge}/callback", async (context, { params, query }) =>
    ok(await finishSignIn(context, deps, { forge: params.forge, ...query })),
  ),
  route("DELETE /api/me/forge-accounts/{forge}/{account}", async (context, { params }) => {
    const { db, now: at } = context;
    const { forge, account: id } = params;
    const person = actorOf(context).personId;
    const isGone = await unlinkAccount(db, { forge, id, person, actor: person, at });
    return isGone ? ok(undefined) : notLinked();
  }),
];
