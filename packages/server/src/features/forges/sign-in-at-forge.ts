import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { fetchText } from "../../platform/fetch-text.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { hashSecret, newSecret } from "../../platform/secrets.ts";
import type { ForgeDeps } from "./deps.ts";
import { addressesOf, callbackOf } from "./forge-addresses.ts";
import { type ForgeRow, insertSignIn, readForge, takeSignIn } from "./forge-store.ts";
import { linkAccount } from "./link-account.ts";

const awayForMs = 600_000;
const order = { timeoutMs: 5_000, bytesMax: 262_144 };

const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

/** A person in a session, not a token: whoever comes back must be who left. */
const sessionOf = (context: RequestContext): string | null => {
  const { via } = actorOf(context);
  return via.kind === "session" ? via.id : null;
};

export const beginSignIn = async (
  context: RequestContext,
  { vault }: ForgeDeps,
  id: string,
): Promise<Result<{ url: string }, Refusal>> => {
  const { db, now, origin } = context;
  const forge = await readForge(db, id);
  const sessionId = sessionOf(context);
  if (!forge || !sessionId) return refuse("not-found", "There is no such forge to sign in to.");
  const [state, verifier] = [newSecret(), newSecret()];
  const expiresAt = new Date(now.getTime() + awayForMs);
  const verifierSealed = vault.seal(Buffer.from(verifier, "utf8"));
  await insertSignIn(db, {
    stateHash: hashSecret(state),
    forge: id,
    sessionId,
    verifierSealed,
    expiresAt,
  });
  const { authorize, scope } = addressesOf(forge.kind, forge.url);
  const url = new URL(authorize);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: forge.clientId,
    redirect_uri: callbackOf(origin, id),
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
    ...(scope === null ? {} : { scope }),
  }).toString();
  return ok({ url: url.toString() });
};

type Back = {
  readonly forge: string;
  readonly code?: string | undefined;
  readonly state?: string | undefined;
};

/** What the account page is told. */
type Outcome = "linked" | "refused" | "over" | "away" | "taken";

/** Leads to the account page, whatever came of it. */
export const finishSignIn = async (
  context: RequestContext,
  deps: ForgeDeps,
  back: Back,
): Promise<Response> => {
  const linked = await link(context, deps, back);
  const outcome: Outcome = linked.ok ? "linked" : linked.error;
  const search = new URLSearchParams({ forge: back.forge, outcome });
  const headers = { location: `${context.origin}/account?${search}`, "cache-control": "no-store" };
  return new Response(null, { status: 302, headers });
};

const link = async (
  context: RequestContext,
  deps: ForgeDeps,
  { forge: id, code, state }: Back,
): Promise<Result<null, Exclude<Outcome, "linked">>> => {
  const { db, now } = context;
  const sessionId = sessionOf(context);
  if (!sessionId || !state) return fail("over");
  const left = await takeSignIn(db, hashSecret(state), sessionId);
  const forge = left?.forge === id ? await readForge(db, id) : undefined;
  if (!left || !forge || left.expiresAt <= now) return fail("over");
  if (!code) return fail("refused");
  const verifier = deps.vault.open(left.verifierSealed)?.toString("utf8");
  if (!verifier) return fail("over");
  const account = await askWho(deps, forge, {
    code,
    verifier,
    redirect: callbackOf(context.origin, id),
  });
  if (!account) return fail("away");
  const person = actorOf(context).personId;
  const linked = await db
    .transaction()
    .execute((tx) =>
      linkAccount(tx, { forge: id, ...account, person, how: "signed-in", actor: person, at: now }),
    );
  return linked.ok ? ok(null) : fail("taken");
};

const tokenAnswer = z.object({ access_token: z.string().min(1).max(10_000) });

const userAnswer = z
  .object({ id: z.int().positive(), login: z.string().optional(), username: z.string().optional() })
  .transform(({ id, login, username }) => ({ id: String(id), login: login ?? username ?? null }));

const parseAs = <T extends z.ZodType>(schema: T, text: string): z.output<T> | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

type Grant = { readonly code: string; readonly verifier: string; readonly redirect: string };

/** The account's number, said by the forge itself over a connection of our own; the token is not kept. */
const askWho = async (
  { vault }: ForgeDeps,
  forge: ForgeRow,
  { code, verifier, redirect }: Grant,
): Promise<{ readonly id: string; readonly login: string | null } | null> => {
  const secret = vault.open(forge.clientSecretSealed)?.toString("utf8");
  if (!secret) return null;
  const { token, user } = addressesOf(forge.kind, forge.url);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: forge.clientId,
    client_secret: secret,
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
  });
  const accept = { accept: "application/json", "user-agent": "checkride" };
  const granted = await fetchText(token, { ...order, method: "POST", headers: accept, body });
  const grant = granted.ok ? parseAs(tokenAnswer, granted.value) : null;
  if (!grant) return null;
  const headers = { ...accept, authorization: `Bearer ${grant.access_token}` };
  const said = await fetchText(user, { ...order, headers });
  return said.ok ? parseAs(userAnswer, said.value) : null;
};
