import { ok, type Result } from "@checkride/rules/result";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { SessionDeps } from "./deps.ts";
import { keyAlgorithms, relyingParty } from "./passkey-options.ts";
import { registration } from "./passkey-shapes.ts";
import { insertPasskey, takeChallenge } from "./passkey-store.ts";
import { passkeyNotAccepted } from "./sign-in-with-passkey.ts";

type Answer = {
  readonly challenge: string;
  readonly name: string;
  readonly response: Readonly<Record<string, unknown>>;
};

const readCredential = async (origin: string, challenge: string, response: unknown) => {
  const given = registration.safeParse(response);
  if (!given.success) return null;
  try {
    const verified = await verifyRegistrationResponse({
      response: { ...given.data, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      requireUserVerification: false,
      supportedAlgorithmIDs: [...keyAlgorithms],
    });
    const transports = given.data.response.transports;
    return verified.verified ? { ...verified.registrationInfo.credential, transports } : null;
  } catch {
    return null;
  }
};

export const addPasskey = async (
  context: RequestContext,
  deps: SessionDeps,
  answer: Answer,
): Promise<Result<{ id: string }, Refusal>> => {
  const { db, now, origin } = context;
  const { personId } = actorOf(context);
  const wanted = { id: answer.challenge, purpose: "add-passkey" } as const;
  const taken = await takeChallenge(deps.outside, wanted, now);
  if (taken?.personId !== personId) return passkeyNotAccepted();
  const credential = await readCredential(origin, taken.challenge, answer.response);
  if (!credential) return passkeyNotAccepted();
  const added = await insertPasskey(db, {
    id: credential.id,
    personId,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports,
    name: answer.name,
    createdAt: now,
    lastUsedAt: null,
  });
  if (!added) return passkeyNotAccepted();
  await appendEvidence(db, [
    { kind: "account.passkey-added", person: personId, actor: personId, body: {}, at: now },
  ]);
  return ok({ id: credential.id });
};
