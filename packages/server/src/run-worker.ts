import { startSealer } from "./features/evidence/start-sealer.ts";
import { forgeJobs } from "./features/forges/jobs.ts";
import { gateJobs } from "./features/gates/jobs.ts";
import { githubJobs } from "./features/github-apps/jobs.ts";
import { peopleJobs } from "./features/people/jobs.ts";
import { peopleImportJobs } from "./features/people-import/jobs.ts";
import { sessionJobs } from "./features/session/jobs.ts";
import { followRules, markEverybody, refreshStale } from "./features/standing/refresh-standing.ts";
import { webhookJobs } from "./features/webhooks/jobs.ts";
import { startHooks } from "./features/webhooks/start-hooks.ts";
import type { ConnectionSettings } from "./platform/connection.ts";
import { repeat } from "./platform/jobs/repeat.ts";
import { type JobHandlers, startWorker } from "./platform/jobs/start-worker.ts";
import type { Log } from "./platform/log.ts";
import { markEverybodyJob, type Parts, type Wired } from "./wiring.ts";

export type RunningWorker = {
  /** Why the ledger is not sealed any more; null: all is well. */
  readonly fault: () => string | null;
  readonly stop: () => Promise<void>;
};

const schedule = {
  "github.clean": "41 3 * * *",
  "session.clean": "17 * * * *",
  "gates.end-openings": "* * * * *",
  "forges.clean": "7 * * * *",
  "people.finish-erasing": "*/10 * * * *",
  "people-import.clean": "29 3 * * *",
  "webhooks.clean": "41 * * * *",
};

/** What is not at its end by then is cut off, as a kill would do it: all of it bears that. */
const stopWithinMs = 1_500;

const handlersOf = (parts: Parts, wired: Wired): JobHandlers => {
  const { db } = parts.handle;
  const { clock } = parts;
  return {
    ...sessionJobs({ db, clock }),
    ...forgeJobs({ db, clock }),
    ...gateJobs({ db, clock, deps: wired.gates }),
    ...githubJobs(wired.github, { db, clock }),
    ...peopleJobs({ db, clock }),
    ...webhookJobs({ db, clock }),
    ...peopleImportJobs({ ...wired.imports, db, clock }),
    [markEverybodyJob]: () => markEverybody(db, clock),
  };
};

/** All that goes on without anybody asking: sealing, refreshing, queued and scheduled work. */
export const runWorker = (
  parts: Parts,
  wired: Wired,
  settings: ConnectionSettings,
  log: Log,
): RunningWorker => {
  const { db } = parts.handle;
  const { clock } = parts;
  const sealer = startSealer({ db, readSigner: wired.readSigner, clock, log });
  const standings = repeat({
    name: "standings",
    pauseMs: 500,
    log,
    run: (signal) => refreshStale(db, wired.standing, clock, signal),
  });
  followRules(db, wired.standing, clock()).catch((error: unknown) =>
    // They are right wherever they are read; only lists and counts would stay behind.
    log.error({ err: error }, "standings under other rules were not marked"),
  );
  const hooks = startHooks({ ...wired.webhooks.hooks, db, clock, log });
  const worker = startWorker({ settings, handlers: handlersOf(parts, wired), schedule, log });
  return {
    fault: sealer.fault,
    stop: async () => {
      await Promise.all([worker, standings, sealer, hooks].map(({ stop }) => stop(stopWithinMs)));
    },
  };
};
