import type { CurrentSession } from "@checkride/api/session";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { hashSecret, isSecret } from "../../platform/secrets.ts";
import { countTries } from "./count-tries.ts";
import type { SessionDeps } from "./deps.ts";
import { markJoined, useLink } from "./link-store.ts";
import { networkOf } from "./network-of.ts";
import { openSession } from "./open-session.ts";

const notValid = () =>
  refuse("link-not-valid", "This one-time link was used already, was replaced or has expired.", {
    wayOut: "Ask an owner of your organisation for a new one.",
  });

export const signInWithLink = async (
  context: RequestContext,
  deps: SessionDeps,
  token: string,
): Promise<Result<CurrentSession, Refusal>> => {
  const { db, now } = context;
  if (!isSecret(token)) return notValid();
  const bucket = { kind: "link", of: networkOf(context.ip) } as const;
  const tries = await countTries(deps.outside, deps.deviceKey, [bucket], now);
  if (!tries.ok) return tries;
  const personId = await useLink(db, hashSecret(token), now);
  if (!personId) return notValid();
  await tries.value.giveBack();
  await markJoined(db, personId, now);
  return ok(await openSession(context, deps, personId, "link"));
};
