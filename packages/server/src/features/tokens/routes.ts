import { ok } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { makeToken, tokenView } from "./make-token.ts";
import { deleteToken, listTokens } from "./store.ts";

export const tokenRoutes = (): readonly Route[] => [
  route("GET /api/tokens", async ({ db }) =>
    ok({ tokens: (await listTokens(db)).map((token) => tokenView(token)) }),
  ),
  route("POST /api/tokens", (context, { body }) => makeToken(context, body)),
  route("DELETE /api/tokens/{token}", async (context, { params }) => {
    const { db, now } = context;
    const owner = await deleteToken(db, params.token);
    if (!owner) return refuse("not-found", "There is nothing here under this address.");
    const actor = actorOf(context).personId;
    await appendEvidence(db, [
      { kind: "access-token.ended", person: owner, actor, body: {}, at: now },
    ]);
    return ok(undefined);
  }),
];
