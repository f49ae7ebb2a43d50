import type { Database } from "../../platform/database.ts";
import { deleteEnded } from "./clean-store.ts";

type JobDeps = { readonly db: Database; readonly clock: () => Date };

/** Run it once an hour or so: nothing waits for it, tables only stay small by it. */
export const sessionJobs = ({ db, clock }: JobDeps) => ({
  "session.clean": (): Promise<void> => deleteEnded(db, clock()),
});
