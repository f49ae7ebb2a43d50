import type { CurrentSession } from "@checkride/api/session";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { type Bucket, busy, countTries } from "./count-tries.ts";
import type { SessionDeps } from "./deps.ts";
import { readDeviceCookie } from "./device-cookie.ts";
import { networkOf } from "./network-of.ts";
import { openSession } from "./open-session.ts";
import { hashPassword, needsRehash, verifyPassword } from "./password-hash.ts";
import type { Passwords } from "./passwords.ts";
import { type Account, findAccountByEmail, replaceHash } from "./store.ts";

type Given = { readonly email: string; readonly password: string };

/** One sentence for unknown, wrong, deactivated and "has no password": it tells nobody who exists. */
export const signInFailed = () =>
  refuse("sign-in-failed", "E-mail address and password do not belong together.", {
    wayOut: "Try again, or ask an owner of your organisation for a new one-time link.",
  });

const bucketsFor = (
  context: RequestContext,
  deps: SessionDeps,
  given: Given,
  account: Account | null,
): readonly Bucket[] => {
  const device = readDeviceCookie(deps.deviceKey, context.cookies);
  if (device && device.personId === account?.personId) {
    return [{ kind: "device", of: `${device.personId} ${device.nonce}` }];
  }
  // Counted under the address that was typed, so that unknown ones behave just the same.
  const network = networkOf(context.ip);
  return [
    { kind: "pair", of: `${given.email} ${network}` },
    { kind: "network", of: network },
    { kind: "account", of: given.email },
  ];
};

const tryPassword = async (
  context: RequestContext,
  deps: SessionDeps,
  passwords: Passwords,
  given: Given,
): Promise<Result<CurrentSession, Refusal>> => {
  const { db, now } = context;
  const account = await findAccountByEmail(db, given.email);
  const buckets = bucketsFor(context, deps, given, account);
  const tries = await countTries(deps.outside, deps.deviceKey, buckets, now);
  if (!tries.ok) return tries;
  const right = await verifyPassword(account?.hash ?? (await passwords.decoy()), given.password);
  if (!right || !account?.active || account.hash === null) return signInFailed();
  await tries.value.giveBack();
  if (needsRehash(account.hash)) {
    await replaceHash(db, account.personId, await hashPassword(given.password));
  }
  return ok(await openSession(context, deps, account.personId, "password"));
};

export const signInWithPassword = async (
  context: RequestContext,
  deps: SessionDeps,
  passwords: Passwords,
  given: Given,
): Promise<Result<CurrentSession, Refusal>> => {
  const done = await passwords.bounded(() => tryPassword(context, deps, passwords, given));
  return done.ok ? done.value : busy();
};
