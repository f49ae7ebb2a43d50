import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { askLogin } from "./ask-login.ts";
import type { DeviceLoginDeps } from "./deps.ts";
import { collectToken, confirmAsked, refuseAsked, showLogin } from "./settle-login.ts";

export const deviceLoginRoutes = (deps: DeviceLoginDeps): readonly Route[] => [
  route("POST /api/device-logins", (context, { body }) => askLogin(context, deps, body)),
  route("POST /api/device-logins/token", (context, { body }) =>
    collectToken(context, deps, body.secret),
  ),
  route("GET /api/device-logins/{code}", (context, { params }) => showLogin(context, params.code)),
  route("POST /api/device-logins/{code}/confirmation", (context, { params }) =>
    confirmAsked(context, deps, params.code),
  ),
  route("DELETE /api/device-logins/{code}", (context, { params }) =>
    refuseAsked(context, params.code),
  ),
  route("DELETE /api/me/token", async (context) => {
    const { via } = actorOf(context);
    return via.kind === "token"
      ? deps.endToken(context, via.id)
      : refuse("not-found", "This request came with a session and not with an access token.");
  }),
];
