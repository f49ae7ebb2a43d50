import type { Database } from "../../platform/database.ts";
import { eraseLatecomers } from "./erase-store.ts";

type JobDeps = { readonly db: Database; readonly clock: () => Date };

/** Longer than any transaction lives and any pause between two runs lasts. */
const lookBackMs = 7 * 86_400_000;

export const peopleJobs = ({ db, clock }: JobDeps) => ({
  "people.finish-erasing": (): Promise<void> =>
    eraseLatecomers(db, new Date(clock().getTime() - lookBackMs)),
});
