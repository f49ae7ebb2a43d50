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

/** Known devices have their own counter and their own line: nobody else can fill either. */
const approach = (
  context: RequestContext,
  deps: SessionDeps,
  given: Given,
  account: Account | null,
): { readonly line: "known" | "unknown"; readonly buckets: readonly Bucket[] } => {
  const device = readDeviceCookie(deps.deviceKey, context.cookies);
  if (device && device.personId === account?.personId) {
    const of = `${device.personId} ${device.nonce}`;
    return { line: "known", buckets: [{ kind: "device", of }] };
  }
  // Counted under the address that was typed, so that unknown ones behave just the same.
  const network = networkOf(context.ip);
  const buckets = [
    { kind: "pair", of: `${given.email} ${network}` },
    { kind: "network", of: network },
    { kind: "account", of: given.email },
  ] as const;
  return { line: "unknown", buckets };
};

/** Null: not right. Otherwise the hash to keep, which is new when its parameters are out of date. */
const checkPassword = async (
  passwords: Passwords,
  account: Account | null,
  password: string,
): Promise<string | null> => {
  const right = await verifyPassword(account?.hash ?? (await passwords.decoy()), password);
  if (!right || !account?.active || account.hash === null) return null;
  return needsRehash(account.hash) ? hashPassword(password) : account.hash;
};

export const signInWithPassword = async (
  context: RequestContext,
  deps: SessionDeps,
  passwords: Passwords,
  given: Given,
): Promise<Result<CurrentSession, Refusal>> => {
  const { db, now } = context;
  const account = await findAccountByEmail(db, given.email);
  const { line, buckets } = approach(context, deps, given, account);
  // Before the line, so that who is over a limit does not stand in it.
  const tries = await countTries(deps.outside, deps.deviceKey, buckets, now);
  if (!tries.ok) return tries;
  const checked = await passwords[line](() => checkPassword(passwords, account, given.password));
  if (!checked.ok) {
    await tries.value.giveBack();
    return busy();
  }
  if (!account || checked.value === null) return signInFailed();
  await tries.value.giveBack();
  if (checked.value !== account.hash) await replaceHash(db, account.personId, checked.value);
  return ok(await openSession(context, deps, account.personId, "password"));
};
