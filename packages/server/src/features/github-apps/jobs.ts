import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import type { JobHandlers } from "../../platform/jobs/start-worker.ts";
import { answerGithub, followChange } from "./answer-github.ts";
import type { GithubDeps } from "./deps.ts";
import { githubAsk } from "./github-ask.ts";
import { GithubRefusal } from "./github-client.ts";
import { cleanGithub, endDelivery, readApp, readChangesOf, readDelivery } from "./store.ts";

export const answerJob = "github.answer";
export const followJob = "github.follow";
const keptMs = 30 * 86_400_000;

const answerPayload = z.object({ appId: z.string(), delivery: z.string() });
const followPayload = z.object({
  appId: z.string(),
  repositoryId: z.string(),
  number: z.number().int(),
});

type JobParts = { readonly db: Database; readonly clock: () => Date };

const answerDelivery = async (
  deps: GithubDeps,
  { db, clock }: JobParts,
  key: z.infer<typeof answerPayload>,
): Promise<void> => {
  const known = await readDelivery(db, key);
  const app = await readApp(db, key.appId);
  if (!app || known?.state !== "waiting" || known.ask === null) return;
  const now = clock();
  try {
    const says = await answerGithub({ db, deps, app, now }, githubAsk.parse(known.ask));
    await endDelivery(db, key, { state: "done", says, at: now });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const isForGood = error instanceof GithubRefusal;
    await endDelivery(db, key, { state: isForGood ? "failed" : "waiting", says, at: now });
    // The queue tries again later, with growing pauses.
    if (!isForGood) throw error;
  }
};

export const githubJobs = (deps: GithubDeps, parts: JobParts): JobHandlers => ({
  [answerJob]: (payload) => answerDelivery(deps, parts, answerPayload.parse(payload)),
  [followJob]: async (payload) => {
    const { appId, repositoryId, number } = followPayload.parse(payload);
    const app = await readApp(parts.db, appId);
    if (!app) return;
    const work = { db: parts.db, deps, app, now: parts.clock() };
    await followChange(work, repositoryId, number);
  },
  "github.clean": () => cleanGithub(parts.db, new Date(parts.clock().getTime() - keptMs)),
});

/** A change that this person brought in is asked about again once what they hold is stored: it may close, too. */
export const followPerson =
  (deps: Pick<GithubDeps, "enqueue">) =>
  async (tx: Database, { personId }: { readonly personId: string }): Promise<void> => {
    for (const change of await readChangesOf(tx, personId)) {
      const key = `${followJob} ${change.appId} ${change.repositoryId} ${change.number}`;
      await deps.enqueue(tx, followJob, change, { key });
    }
  };
