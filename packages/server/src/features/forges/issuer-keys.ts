import { fail, ok, type Result } from "@checkride/rules/result";
import { readKeySet } from "@checkride/verifier/read-key-set";
import { parseStrictJson } from "@checkride/verifier/strict-json";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import { fetchText } from "../../platform/fetch-text.ts";

const order = { timeoutMs: 3_000, bytesMax: 262_144 };
/** A key that the issuer takes back is believed so long at most. */
const freshMs = 3_600_000;
/** While the issuer is away, what was known is believed so long at most: it may have taken a stolen key back. */
const awayForMs = 24 * 3_600_000;
/** A name of a key that nobody knows makes us ask again, so often at most. */
const againMs = 60_000;
/** Asked in vain, the issuer is asked again soon: it may have been away for a moment. */
const retryMs = 5_000;

type Kept = {
  readonly keys: JSONWebKeySet | null;
  readonly keysAt: number;
  readonly askedAt: number;
  readonly says: string;
};

export type NoKey =
  | { readonly code: "unknown-key" }
  | { readonly code: "away"; readonly says: string };

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** OpenID Connect Discovery 1.0, section 4; the keys must lie where the issuer is. */
const fetchKeys = async (issuer: string): Promise<Result<JSONWebKeySet, string>> => {
  const text = await fetchText(`${issuer}/.well-known/openid-configuration`, order);
  if (!text.ok) return text;
  const parsed = parseStrictJson(text.value);
  const read = discovery.safeParse(parsed.ok ? parsed.value : null);
  if (!read.success) return fail(`${issuer} does not describe itself as an issuer of tokens`);
  if (read.data.issuer.replace(/\/$/, "") !== issuer)
    return fail(`${issuer} calls itself by another name`);
  if (new URL(read.data.jwks_uri).origin !== new URL(issuer).origin) {
    return fail(`${issuer} keeps its keys somewhere else`);
  }
  const set = await fetchText(read.data.jwks_uri, order);
  if (!set.ok) return set;
  const keys = readKeySet(set.value);
  return keys.ok
    ? ok(keys.value)
    : fail(`the keys of ${issuer} cannot be read: ${keys.error.says}`);
};

const has = (keys: JSONWebKeySet | null, kid: string): keys is JSONWebKeySet =>
  keys?.keys.some((key) => key.kid === kid) ?? false;

/** Keys of issuers, kept in memory. `keysFor` gives a set with the named key, or says why there is none. */
export const makeIssuerKeys = () => {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Kept>>();
  const ask = async (issuer: string, now: Date): Promise<Kept> => {
    const before = kept.get(issuer) ?? { keys: null, keysAt: 0 };
    const fetched = await fetchKeys(issuer);
    const askedAt = now.getTime();
    const { keysAt } = before;
    const keys = askedAt - keysAt < awayForMs ? before.keys : null;
    const answer = fetched.ok
      ? { keys: fetched.value, keysAt: askedAt, askedAt, says: "" }
      : { keys, keysAt, askedAt: askedAt - freshMs + retryMs, says: fetched.error };
    kept.set(issuer, answer);
    return answer;
  };
  const askOnce = (issuer: string, now: Date): Promise<Kept> => {
    const known = running.get(issuer) ?? ask(issuer, now).finally(() => running.delete(issuer));
    running.set(issuer, known);
    return known;
  };
  const keysFor = async (
    issuer: string,
    kid: string,
    now: Date,
  ): Promise<Result<JSONWebKeySet, NoKey>> => {
    const known = kept.get(issuer);
    const ageMs = known ? now.getTime() - known.askedAt : Number.POSITIVE_INFINITY;
    const isKnown = has(known?.keys ?? null, kid);
    const mayAsk = ageMs >= freshMs || (!isKnown && known?.says === "" && ageMs >= againMs);
    const { keys, says } = known && !mayAsk ? known : await askOnce(issuer, now);
    if (has(keys, kid)) return ok(keys);
    return fail(says === "" ? { code: "unknown-key" } : { code: "away", says });
  };
  return { keysFor };
};

export type IssuerKeys = ReturnType<typeof makeIssuerKeys>;
