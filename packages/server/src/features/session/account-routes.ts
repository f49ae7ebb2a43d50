import { ok } from "@checkride/rules/result";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { addPasskey } from "./add-passkey.ts";
import type { SessionDeps } from "./deps.ts";
import { endSessions } from "./end-sessions.ts";
import { beginPasskey } from "./passkey-options.ts";
import { deletePasskey } from "./passkey-store.ts";
import type { Passwords } from "./passwords.ts";
import { setPassword } from "./set-password.ts";
import { showAccount } from "./show-account.ts";
import { deleteSession } from "./store.ts";

const notThere = (what: string) => refuse("not-found", `You have no such ${what}.`);

export const accountRoutes = (deps: SessionDeps, passwords: Passwords): readonly Route[] => [
  route("GET /api/account", (context) => showAccount(context, deps)),
  route("PUT /api/account/password", (context, { body }) =>
    setPassword(context, deps, passwords, body),
  ),
  route("POST /api/account/passkeys/options", async (context) =>
    ok(await beginPasskey(context, deps)),
  ),
  route("POST /api/account/passkeys", (context, { body }) => addPasskey(context, deps, body)),
  route("DELETE /api/account/passkeys/{passkey}", async (context, { params }) => {
    const { db, now } = context;
    const { personId } = actorOf(context);
    if (!(await deletePasskey(db, personId, params.passkey))) return notThere("passkey");
    await appendEvidence(db, [
      { kind: "account.passkey-removed", person: personId, actor: personId, body: {}, at: now },
    ]);
    return ok(undefined);
  }),
  route("DELETE /api/account/sessions/{session}", async (context, { params }) => {
    const { db, now } = context;
    const { personId } = actorOf(context);
    if (!(await deleteSession(db, personId, params.session))) return notThere("session");
    const body = { why: "asked", count: 1 };
    await appendEvidence(db, [
      { kind: "session.ended", person: personId, actor: personId, body, at: now },
    ]);
    return ok(undefined);
  }),
  route("DELETE /api/account/sessions", async (context) => {
    const { personId, via } = actorOf(context);
    const { db, now } = context;
    await endSessions(db, { personId, exceptId: via.id, actor: personId, why: "asked", now });
    return ok(undefined);
  }),
];
