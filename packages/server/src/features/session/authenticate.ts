import type { Role } from "@checkride/rules/person";
import { ok, type Result } from "@checkride/rules/result";
import { hasRight, type Right, rights } from "@checkride/rules/rights";
import type { Database } from "../../platform/database.ts";
import { gather, type ReadOne } from "../../platform/gather.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { Principal } from "../../platform/http/request-context.ts";
import { hashSecret, isSecret } from "../../platform/secrets.ts";
import { idleSince, sessionCookie, touchEveryMs } from "./session-life.ts";
import {
  type FoundSession,
  type FoundToken,
  findSessions,
  findTokens,
  type Holder,
  touchSession,
  touchToken,
} from "./store.ts";

const isRight = (value: string): value is Right => Object.hasOwn(rights, value);

const everyRight: readonly Right[] = Object.keys(rights).filter(isRight);

export const rightsOf = (roles: readonly Role[]): readonly Right[] =>
  everyRight.filter((right) => hasRight(roles, right));

const isStale = (holder: Holder, now: Date): boolean =>
  holder.lastSeenAt === null || now.getTime() - holder.lastSeenAt.getTime() >= touchEveryMs;

const tokenPattern = /^ckr_(.*)$/;

const tokenNotValid = () =>
  refuse("token-not-valid", "The access token is unknown, ended or expired.", {
    wayOut: "Ask an owner for a new one; they are made under Access tokens.",
  });

type Find = { readonly token: ReadOne<FoundToken>; readonly session: ReadOne<FoundSession> };

const hexHash = (secret: string): string => hashSecret(secret).toString("hex");

const byToken = async (
  db: Database,
  find: Find,
  bearer: string,
  now: Date,
): Promise<Result<Principal, Refusal>> => {
  const secret = tokenPattern.exec(bearer)?.[1];
  if (!secret || !isSecret(secret)) return tokenNotValid();
  const found = await find.token(hexHash(bearer));
  if (!found || found.expiresAt <= now) return tokenNotValid();
  if (isStale(found, now)) await touchToken(db, found.id, now);
  const { personId, roles, id, scopes } = found;
  // What its owner may no longer do, the token may not do either.
  const granted = rightsOf(roles).filter((right) => scopes.includes(right));
  return ok({ personId, roles, rights: new Set(granted), via: { kind: "token", id } });
};

const bySession = async (
  db: Database,
  find: Find,
  secret: string,
  now: Date,
): Promise<Principal | null> => {
  const found = await find.session(hexHash(secret));
  if (!found || found.expiresAt <= now || found.lastSeenAt <= idleSince(now)) return null;
  if (isStale(found, now)) await touchSession(db, found.id, now);
  const { personId, roles, id } = found;
  return { personId, roles, rights: new Set(rightsOf(roles)), via: { kind: "session", id } };
};

/**
 * Who asks. A cookie that means nothing is somebody who is not signed in; an access token that means
 * nothing is refused, because a program that sends one should hear why it has no rights.
 */
export const authenticate = (db: Database) => {
  const find: Find = {
    token: gather((hashes) => findTokens(db, hashes)),
    session: gather((hashes) => findSessions(db, hashes)),
  };
  return async (
    headers: Headers,
    cookies: ReadonlyMap<string, string>,
    now: Date,
  ): Promise<Result<Principal | null, Refusal>> => {
    const bearer = /^Bearer(?: +(.*))?$/i.exec(headers.get("authorization") ?? "");
    if (bearer) return byToken(db, find, bearer[1] ?? "", now);
    const secret = cookies.get(sessionCookie);
    return ok(secret && isSecret(secret) ? await bySession(db, find, secret, now) : null);
  };
};
