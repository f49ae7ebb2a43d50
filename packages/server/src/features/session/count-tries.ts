import { createHmac } from "node:crypto";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { countOne, uncountOne } from "./rate-store.ts";

type Limit = { readonly max: number; readonly seconds: number };

export const limits = {
  /** A device that has signed in to this account before: nobody else can fill this one. */
  device: { max: 10, seconds: 900 },
  /** One account from one network. */
  pair: { max: 10, seconds: 900 },
  /** One network, whatever the account: an office shares an address, so it is wider. */
  network: { max: 100, seconds: 900 },
  /** One account from unknown devices anywhere: slows a spread attack, known devices do not notice. */
  account: { max: 50, seconds: 3600 },
  /** The present password, asked again by a signed-in person who changes it. */
  change: { max: 10, seconds: 900 },
  /** A link cannot be guessed; this only bounds the work. */
  link: { max: 100, seconds: 900 },
  /** A whole office may open its sign-in pages from one address. */
  passkey: { max: 600, seconds: 900 },
} as const satisfies Record<string, Limit>;

export type Bucket = { readonly kind: keyof typeof limits; readonly of: string };

/** Addresses and accounts are not kept readable among the counters. */
const nameOf = (key: Uint8Array, bucket: Bucket): string =>
  `${bucket.kind}:${createHmac("sha256", key).update(`rate:${bucket.of}`).digest("base64url")}`;

export type Tries = { readonly giveBack: () => Promise<void> };

const tooMany = (retryAfterSeconds: number) =>
  refuse("too-many-tries", "There were too many tries that failed.", {
    wayOut: `Wait ${Math.ceil(retryAfterSeconds / 60)} min and try again, or sign in with a passkey or a new one-time link.`,
    retryAfterSeconds,
  });

export const busy = () =>
  refuse("too-many-tries", "Many people sign in at this moment.", {
    wayOut: "Try again in a few seconds.",
    retryAfterSeconds: 2,
  });

/**
 * Counts a try before it is made, so that tries at the same time cannot slip through together, and gives
 * it back when it succeeds. Narrow buckets come first: what one of them refuses fills no wider one, or a
 * single attacker could fill the counters that others share. `outside` is not the request's transaction:
 * a count must outlive the refusal that undoes the request.
 */
export const countTries = async (
  outside: Database,
  key: Uint8Array,
  buckets: readonly Bucket[],
  now: Date,
): Promise<Result<Tries, Refusal>> => {
  const taken: string[] = [];
  for (const bucket of buckets) {
    const { max, seconds } = limits[bucket.kind];
    const name = nameOf(key, bucket);
    const ends = new Date(now.getTime() + seconds * 1000);
    const { count, windowEndsAt } = await countOne(outside, name, now, ends);
    if (count > max) {
      const left = Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000);
      return tooMany(Math.max(1, left));
    }
    taken.push(name);
  }
  return ok({
    giveBack: async () => {
      for (const name of taken) await uncountOne(outside, name);
    },
  });
};
