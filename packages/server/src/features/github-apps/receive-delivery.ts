import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import type { Receiver } from "../../platform/http/receivers.ts";
import { receiverPath } from "./change-app.ts";
import { isSignedWith } from "./check-signature.ts";
import { checkedJson } from "./checked-json.ts";
import type { GithubDeps } from "./deps.ts";
import { type GithubAsk, readGithubAsk } from "./github-ask.ts";
import { answerJob } from "./jobs.ts";
import { insertDelivery, readApp } from "./store.ts";

const say = (status: number, says: string): Response => Response.json({ says }, { status });

const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const isDelivery = (text: string | null): text is string =>
  text !== null && /^[\w-]{1,100}$/.test(text);

const readAsk = (event: string, body: Uint8Array): GithubAsk | null | "unreadable" => {
  const json = checkedJson(body);
  if (json === undefined) return "unreadable";
  try {
    return readGithubAsk(event, json);
  } catch (error) {
    if (error instanceof z.ZodError) return "unreadable";
    throw error;
  }
};

/**
 * Takes a message in: that it is GitHub's is told by its signature alone. It is kept before it is answered, and
 * answered at once; what follows from it is done by the queue, because GitHub waits ten seconds at most.
 */
const receiveDelivery = async (
  db: Database,
  deps: GithubDeps,
  { appId, headers, body }: { appId: string; headers: Headers; body: Uint8Array },
  now: Date,
): Promise<Response> => {
  const app = isId(appId) ? await readApp(db, appId) : undefined;
  const secret = app && deps.vault.open(app.webhookSecretSealed);
  // Nobody without the secret learns whether there is such an app.
  if (!app || !secret || !isSignedWith(secret, body, headers.get("x-hub-signature-256"))) {
    return say(401, "This is not signed with the webhook secret of an app that is connected here.");
  }
  const delivery = headers.get("x-github-delivery");
  const event = headers.get("x-github-event");
  if (!isDelivery(delivery) || !isDelivery(event)) {
    return say(400, "X-GitHub-Delivery and X-GitHub-Event must say what this is.");
  }
  const ask = readAsk(event, body);
  if (ask === "unreadable") return say(400, `This is no ${event} event as GitHub documents it.`);
  const isNew = await db.transaction().execute(async (tx) => {
    const key = { appId: app.id, delivery };
    const inserted = await insertDelivery(tx, { ...key, event, ask, receivedAt: now });
    if (inserted && ask) await deps.enqueue(tx, answerJob, key);
    return inserted;
  });
  if (!isNew) return say(200, "It was here before; nothing is done again.");
  return ask ? say(202, "It is taken in.") : say(200, "Nothing here follows from this event.");
};

/** GitHub sends up to 25 MB; what is read here is a hundredth of that, and anybody may post to it. */
const deliveryMaxBytes = 5_000_000;

export const githubReceiver = (db: Database, deps: GithubDeps, clock: () => Date): Receiver => ({
  path: receiverPath,
  maxBytes: deliveryMaxBytes,
  receive: (body, headers, { app = "" }) =>
    receiveDelivery(db, deps, { appId: app, headers, body }, clock()),
});
