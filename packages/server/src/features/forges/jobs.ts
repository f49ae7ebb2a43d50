import type { Database } from "../../platform/database.ts";
import { forgetUses } from "./ci-store.ts";
import { forgetSignIns } from "./forge-store.ts";

type JobDeps = { readonly db: Database; readonly clock: () => Date };

const dayMs = 86_400_000;

/** Nothing waits for it; tables only stay small by it. A token of a pipeline lives for hours, not days. */
export const forgeJobs = ({ db, clock }: JobDeps) => ({
  "forges.clean": async (): Promise<void> => {
    const now = clock();
    await forgetSignIns(db, now);
    await forgetUses(db, new Date(now.getTime() - 7 * dayMs));
  },
});
