import type { AskedLogin } from "@checkride/api/device-logins";
import { ok, type Result } from "@checkride/rules/result";
import { type Right, rights } from "@checkride/rules/rights";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { hashSecret } from "../../platform/secrets.ts";
import type { DeviceLoginDeps } from "./deps.ts";
import { confirmLogin, deleteLogin, lockBySecret, lockWaiting, refuseLogin } from "./store.ts";

/** Somebody's own machine: long enough not to be in the way, and it ends by itself. */
const tokenDays = 90;

const notWaiting = () =>
  refuse("not-found", "No command line waits with this code. It may have expired.", {
    wayOut: 'Run "checkride login" again.',
  });

const isRight = (value: string): value is Right => Object.hasOwn(rights, value);

export const showLogin = async (
  { db, now }: RequestContext,
  code: string,
): Promise<Result<AskedLogin, Refusal>> => {
  const login = await lockWaiting(db, code, now);
  if (!login) return notWaiting();
  const { device, network, askedAt, expiresAt } = login;
  return ok({
    code,
    device,
    rights: login.rights,
    network,
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  });
};

/** The yes of somebody signed in makes the token, so that it never has a right that they lack. */
export const confirmAsked = async (
  context: RequestContext,
  deps: DeviceLoginDeps,
  code: string,
): Promise<Result<undefined, Refusal>> => {
  const { db, now } = context;
  const login = await lockWaiting(db, code, now);
  if (!login) return notWaiting();
  const scopes = login.rights.filter(isRight);
  const wish = { name: `checkride login: ${login.device}`, scopes, expiresInDays: tokenDays };
  const made = await deps.makeToken(context, wish);
  if (!made.ok) return made;
  const tokenSealed = deps.vault.seal(Buffer.from(made.value.secret));
  await confirmLogin(db, code, { personId: actorOf(context).personId, tokenSealed });
  return ok(undefined);
};

export const refuseAsked = async (
  { db, now }: RequestContext,
  code: string,
): Promise<Result<undefined, Refusal>> => {
  const login = await lockWaiting(db, code, now);
  if (!login) return notWaiting();
  await refuseLogin(db, code, now);
  return ok(undefined);
};

/** What became of it. The token is given to the first who asks with the secret, and is then known here no more. */
export const collectToken = async (
  { db, now }: RequestContext,
  { vault }: DeviceLoginDeps,
  secret: string,
): Promise<
  Result<{ state: "waiting" | "confirmed" | "refused"; token: string | null }, Refusal>
> => {
  const login = await lockBySecret(db, hashSecret(secret), now);
  if (!login) {
    return refuse("link-not-valid", "This login has expired or is over.", {
      wayOut: 'Run "checkride login" again.',
    });
  }
  const { code, tokenSealed, refusedAt } = login;
  if (refusedAt) return ok({ state: "refused", token: null });
  const token = tokenSealed && vault.open(tokenSealed);
  if (!token) return ok({ state: "waiting", token: null });
  await deleteLogin(db, code);
  return ok({ state: "confirmed", token: token.toString() });
};
