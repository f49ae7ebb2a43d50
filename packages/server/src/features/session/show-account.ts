import type { AccountView } from "@checkride/api/session";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { SessionDeps } from "./deps.ts";
import { listPasskeys } from "./passkey-store.ts";
import { countSignInMethods, listSessions } from "./store.ts";

export const showAccount = async (
  context: RequestContext,
  deps: SessionDeps,
): Promise<Result<AccountView, Refusal>> => {
  const { db, now } = context;
  const { personId, via } = actorOf(context);
  const person = await deps.readPersonCard(db, personId);
  if (!person) return refuse("not-found", "This account is gone.");
  const { hasPassword } = await countSignInMethods(db, personId);
  const passkeys = await listPasskeys(db, personId);
  const sessions = await listSessions(db, personId, now);
  return ok({
    person,
    hasPassword,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map((session) => ({
      id: session.id,
      current: session.id === via.id,
      method: session.method,
      device: session.device,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
  });
};
