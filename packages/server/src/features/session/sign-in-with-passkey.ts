import type { CurrentSession } from "@checkride/api/session";
import { ok, type Result } from "@checkride/rules/result";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { countTries } from "./count-tries.ts";
import type { SessionDeps } from "./deps.ts";
import { markJoined } from "./link-store.ts";
import { networkOf } from "./network-of.ts";
import { openSession } from "./open-session.ts";
import { relyingParty, userHandleOf } from "./passkey-options.ts";
import { type AssertionJson, assertion } from "./passkey-shapes.ts";
import { lockPasskey, recordPasskeyUse, takeChallenge } from "./passkey-store.ts";

type Answer = { readonly challenge: string; readonly response: Readonly<Record<string, unknown>> };
type Known = NonNullable<Awaited<ReturnType<typeof lockPasskey>>>;

/** One sentence for unknown, wrong, replayed and deactivated. */
export const passkeyNotAccepted = () =>
  refuse("passkey-not-accepted", "The passkey is not known here, or its answer came too late.", {
    wayOut: "Try again, or sign in another way.",
  });

/** The library throws for whatever does not fit; all of it means the same here. */
const counterAfter = async (
  origin: string,
  challenge: string,
  passkey: Known,
  given: AssertionJson,
): Promise<number | null> => {
  const { clientDataJSON, authenticatorData, signature } = given.response;
  try {
    const verified = await verifyAuthenticationResponse({
      response: {
        id: given.id,
        rawId: given.rawId,
        type: given.type,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
      },
      requireUserVerification: false,
    });
    return verified.verified ? verified.authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
};

export const signInWithPasskey = async (
  context: RequestContext,
  deps: SessionDeps,
  answer: Answer,
): Promise<Result<CurrentSession, Refusal>> => {
  const { db, now, origin } = context;
  const bucket = { kind: "passkey", of: networkOf(context.ip) } as const;
  const tries = await countTries(deps.outside, deps.deviceKey, [bucket], now);
  if (!tries.ok) return tries;
  const wanted = { id: answer.challenge, purpose: "sign-in" } as const;
  const taken = await takeChallenge(deps.outside, wanted, now);
  const given = assertion.safeParse(answer.response);
  if (!taken || !given.success) return passkeyNotAccepted();
  const passkey = await lockPasskey(db, given.data.id);
  if (!passkey) return passkeyNotAccepted();
  const { userHandle } = given.data.response;
  if (userHandle && userHandle !== userHandleOf(passkey.personId)) return passkeyNotAccepted();
  const counter = await counterAfter(origin, taken.challenge, passkey, given.data);
  if (counter === null) return passkeyNotAccepted();
  await tries.value.giveBack();
  await recordPasskeyUse(db, passkey.id, counter, now);
  await markJoined(db, passkey.personId, now);
  return ok(await openSession(context, deps, passkey.personId, "passkey"));
};
