import type { Database } from "../../platform/database.ts";
import type { GateDeps } from "./deps.ts";
import { changeOpening, lockPassed } from "./opening-store.ts";
import { approveBy, askedForMs, tellOfOpening } from "./openings.ts";

type JobDeps = { readonly db: Database; readonly deps: GateDeps; readonly clock: () => Date };

/** Gates close at their time without it; this writes down that they did. */
export const endPassed = ({ db, deps, clock }: JobDeps): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const now = clock();
    for (const one of await lockPassed(tx, now, new Date(now.getTime() - askedForMs))) {
      const endedAt = one.endsAt ?? approveBy(one);
      const endedWhy = one.endsAt === null ? "not-approved" : "time";
      const opening = await changeOpening(tx, one.id, { endedAt, endedWhy });
      await tellOfOpening(tx, deps, { what: "ended", opening, actor: null, at: endedAt });
    }
  });

export const gateJobs = (parts: JobDeps) => ({
  "gates.end-openings": (): Promise<void> => endPassed(parts),
});
