import type { CurrentSession } from "@checkride/api/session";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";
import { newId } from "../../platform/ids.ts";
import { hashSecret, isSecret, newSecret } from "../../platform/secrets.ts";
import { sessionOf } from "./current-session.ts";
import type { SessionDeps } from "./deps.ts";
import { describeDevice } from "./describe-device.ts";
import {
  deviceCookie,
  deviceLifeSeconds,
  makeDeviceCookie,
  readDeviceCookie,
} from "./device-cookie.ts";
import { absoluteMs, expiresAt, sessionCookie } from "./session-life.ts";
import { deleteSessionByHash, insertSession } from "./store.ts";

/** A sign-in always begins a new session with a new secret; one that the browser still carried ends. */
export const openSession = async (
  context: RequestContext,
  deps: SessionDeps,
  personId: string,
  method: "link" | "password" | "passkey",
): Promise<CurrentSession> => {
  const { db, now, cookies } = context;
  const earlier = cookies.get(sessionCookie);
  if (earlier && isSecret(earlier)) await deleteSessionByHash(db, hashSecret(earlier));
  const secret = newSecret();
  await insertSession(db, {
    id: newId(now),
    tokenHash: hashSecret(secret),
    personId,
    method,
    device: describeDevice(context.userAgent),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: expiresAt(now),
  });
  const body = { method };
  await appendEvidence(db, [
    { kind: "session.opened", person: personId, actor: personId, body, at: now },
  ]);
  context.setCookie(sessionCookie, secret, absoluteMs / 1000);
  if (readDeviceCookie(deps.deviceKey, cookies)?.personId !== personId) {
    const device = makeDeviceCookie(deps.deviceKey, personId);
    context.setCookie(deviceCookie, device, deviceLifeSeconds);
  }
  return sessionOf(db, deps, personId);
};
