import { ok } from "@checkride/rules/result";
import { type Route, route } from "../../platform/http/route.ts";
import { endToken } from "./end-token.ts";
import { makeToken, tokenView } from "./make-token.ts";
import { listTokens } from "./store.ts";

export const tokenRoutes = (): readonly Route[] => [
  route("GET /api/tokens", async ({ db }) =>
    ok({ tokens: (await listTokens(db)).map((token) => tokenView(token)) }),
  ),
  route("POST /api/tokens", (context, { body }) => makeToken(context, body)),
  route("DELETE /api/tokens/{token}", (context, { params }) => endToken(context, params.token)),
];
