import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import { applyImport } from "./apply-import.ts";
import type { ImportDeps } from "./deps.ts";
import { deleteOldImports } from "./store.ts";

type JobDeps = ImportDeps & { readonly db: Database; readonly clock: () => Date };

export const applyJob = "people-import.apply";
const applyPayload = z.object({ import: z.string(), actor: z.string() });

/** A week to look at what an import did; its sample names people, so it does not stay. */
const keptMs = 7 * 86_400_000;

export const peopleImportJobs = (deps: JobDeps) => {
  const { db, clock } = deps;
  return {
    [applyJob]: async (payload: unknown, stopping?: AbortSignal): Promise<void> => {
      const job = applyPayload.parse(payload);
      const went = await applyImport({ db, deps, clock }, job, stopping);
      if (went === "more") await deps.enqueue(db, applyJob, job);
    },
    "people-import.clean": (): Promise<void> =>
      deleteOldImports(db, new Date(clock().getTime() - keptMs)),
  };
};
