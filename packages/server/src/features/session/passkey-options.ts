import { ok, type Result } from "@checkride/rules/result";
import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import { countTries } from "./count-tries.ts";
import type { SessionDeps } from "./deps.ts";
import { networkOf } from "./network-of.ts";
import { insertChallenge, listPasskeys } from "./passkey-store.ts";

const challengeLifeMs = 5 * 60_000;

/** EdDSA, ES256, RS256: what authenticators have. Asking for newer ones needs experimental parts of Node. */
export const keyAlgorithms = [-8, -7, -257] as const;

type Begun = { readonly challenge: string; readonly options: Record<string, unknown> };

export const relyingParty = (origin: string): string => new URL(origin).hostname;

/** No personal content: the authenticator keeps it and shows it to nobody. */
export const userHandleOf = (personId: string): string =>
  Buffer.from(personId.replaceAll("-", ""), "hex").toString("base64url");

const keep = async (
  context: RequestContext,
  purpose: "sign-in" | "add-passkey",
  personId: string | null,
  challenge: string,
): Promise<string> => {
  const { db, now } = context;
  const id = newId(now);
  const expiresAt = new Date(now.getTime() + challengeLifeMs);
  await insertChallenge(db, { id, purpose, personId, challenge, expiresAt });
  return id;
};

/** The same for everybody: it names no account, so there is none to find out about. */
export const beginPasskeySignIn = async (
  context: RequestContext,
  deps: SessionDeps,
): Promise<Result<Begun, Refusal>> => {
  const bucket = { kind: "passkey", of: networkOf(context.ip) } as const;
  const tries = await countTries(deps.outside, deps.deviceKey, [bucket], context.now);
  if (!tries.ok) return tries;
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(context.origin),
    userVerification: "preferred",
    timeout: challengeLifeMs,
  });
  const challenge = await keep(context, "sign-in", null, options.challenge);
  return ok({ challenge, options: { ...options } });
};

export const beginPasskey = async (context: RequestContext, deps: SessionDeps): Promise<Begun> => {
  const { db, origin } = context;
  const { personId } = actorOf(context);
  const card = await deps.readPersonCard(db, personId);
  const organisation = await deps.readOrganisation(db);
  const known = await listPasskeys(db, personId);
  const options = await generateRegistrationOptions({
    rpName: organisation.name ?? "Checkride",
    rpID: relyingParty(origin),
    userID: Uint8Array.from(Buffer.from(userHandleOf(personId), "base64url")),
    userName: card?.email ?? card?.name ?? "",
    userDisplayName: card?.name ?? "",
    attestationType: "none",
    supportedAlgorithmIDs: [...keyAlgorithms],
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    timeout: challengeLifeMs,
  });
  const challenge = await keep(context, "add-passkey", personId, options.challenge);
  return { challenge, options: { ...options } };
};
