import type { Database } from "../../platform/database.ts";
import { deleteBefore } from "./happening-store.ts";
import { deleteEndedSecrets } from "./webhook-store.ts";

type JobDeps = { readonly db: Database; readonly clock: () => Date };

const keptMs = 30 * 24 * 3_600_000;
const atOnce = 5_000;

/** Tables stay small by it; what is still to be delivered after so long is of no use to anybody. */
export const webhookJobs = ({ db, clock }: JobDeps) => ({
  "webhooks.clean": async (_: unknown, stopping: AbortSignal): Promise<void> => {
    const now = clock();
    await deleteEndedSecrets(db, now);
    const before = new Date(now.getTime() - keptMs);
    while (!stopping.aborted && (await deleteBefore(db, before, atOnce)) === atOnce);
  },
});
