import { ok } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { accountRoutes } from "./account-routes.ts";
import { currentSession } from "./current-session.ts";
import type { SessionDeps } from "./deps.ts";
import { beginPasskeySignIn } from "./passkey-options.ts";
import { makePasswords } from "./passwords.ts";
import { sessionCookie } from "./session-life.ts";
import { signInWithLink } from "./sign-in-with-link.ts";
import { signInWithPasskey } from "./sign-in-with-passkey.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { deleteSession } from "./store.ts";

/** Signing in and out, and one's own account. */
export const sessionRoutes = (deps: SessionDeps): readonly Route[] => {
  const passwords = makePasswords();
  return [
    route("GET /api/session", async (context) =>
      ok(await currentSession(context.db, deps, context.principal)),
    ),
    route("POST /api/session/password", (context, { body }) =>
      signInWithPassword(context, deps, passwords, body),
    ),
    route("POST /api/session/link", (context, { body }) =>
      signInWithLink(context, deps, body.token),
    ),
    route("POST /api/session/passkey/options", (context) => beginPasskeySignIn(context, deps)),
    route("POST /api/session/passkey", (context, { body }) =>
      signInWithPasskey(context, deps, body),
    ),
    route("DELETE /api/session", async (context) => {
      const { db, now } = context;
      const { personId, via } = actorOf(context);
      context.setCookie(sessionCookie, "", 0);
      if (via.kind === "session" && (await deleteSession(db, personId, via.id))) {
        const body = { why: "asked", count: 1 };
        await appendEvidence(db, [
          { kind: "session.ended", person: personId, actor: personId, body, at: now },
        ]);
      }
      return ok(undefined);
    }),
    ...accountRoutes(deps, passwords),
  ];
};
