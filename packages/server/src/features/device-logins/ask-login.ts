import { createHash, randomInt } from "node:crypto";
import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { hashSecret, newSecret } from "../../platform/secrets.ts";
import type { DeviceLoginDeps } from "./deps.ts";
import { insertLogin } from "./store.ts";

const letters = "BCDFGHJKLMNPQRSTVWXZ";
const lifeMs = 10 * 60_000;
const pollSeconds = 2;

/** An office may share an address; more than this is somebody who tries codes out or fills the table. */
const askedMax = 30;
const windowMs = 15 * 60_000;

const four = (): string =>
  Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");

type Wish = { readonly device: string; readonly rights: readonly string[] };

/** Addresses are not kept readable among the counters. */
const bucketOf = (ip: string): string =>
  `device-login:${createHash("sha256").update(ip).digest("base64url")}`;

/** Begins a login of a command line: a secret for it to ask with, a code for a person to compare. */
export const askLogin = async (
  context: RequestContext,
  deps: DeviceLoginDeps,
  { device, rights }: Wish,
) => {
  const { db, now, ip, origin } = context;
  const ends = new Date(now.getTime() + windowMs);
  const { count, windowEndsAt } = await deps.countOne(bucketOf(ip), now, ends);
  if (count > askedMax) {
    const left = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
    return refuse("too-many-tries", "Too many logins were begun from this network.", {
      retryAfterSeconds: left,
    });
  }
  const code = `${four()}-${four()}`;
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + lifeMs);
  await insertLogin(db, {
    code,
    secretHash: hashSecret(secret),
    device,
    rights: [...new Set(rights)],
    network: ip,
    askedAt: now,
    expiresAt,
  });
  const page = `${origin}/login/${code}`;
  return ok({ code, secret, page, expiresAt: expiresAt.toISOString(), pollSeconds });
};
