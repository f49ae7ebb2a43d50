import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { DocumentDeps } from "./deps.ts";
import { listDocuments, showDocument, showVersion } from "./show-document.ts";
import { signDocument } from "./sign-document.ts";

const notThere = () => refuse("not-found", "There is no such document, or not in this version.");

const asker = (context: RequestContext) => ({
  person: actorOf(context).personId,
  now: context.now,
});

export const documentRoutes = (deps: DocumentDeps): readonly Route[] => [
  route("GET /api/documents", async (context) =>
    ok({ documents: await listDocuments(context.db, deps, asker(context)) }),
  ),
  route("GET /api/documents/{document}", async (context, { params }) => {
    const shown = await showDocument(context.db, deps, params.document, asker(context));
    return shown ? ok(shown) : notThere();
  }),
  route("GET /api/documents/{document}/versions/{version}", async (context, { params, query }) => {
    const wish = { version: params.version, sha256: query.sha256 };
    const shown = await showVersion(context.db, deps, params.document, wish, asker(context));
    return shown ? ok(shown) : notThere();
  }),
  route("POST /api/documents/{document}/sign-offs", (context, { params, body }) =>
    signDocument(context, deps, params.document, body),
  ),
];
