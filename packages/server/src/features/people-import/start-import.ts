import type { PeopleImport } from "@checkride/api/imports";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { ImportDeps } from "./deps.ts";
import { importView } from "./import-view.ts";
import { applyJob } from "./jobs.ts";
import { countLinksDue, lockImport, setRunning } from "./store.ts";

export const noSuchImport = () => refuse("not-found", "There is nothing here under this address.");

/** Begins it once; whoever asks again is told how far it is. */
export const startImport = async (
  context: RequestContext,
  deps: ImportDeps,
  id: string,
): Promise<Result<PeopleImport, Refusal>> => {
  const { db } = context;
  const entry = await lockImport(db, id);
  if (!entry) return noSuchImport();
  switch (entry.state) {
    case "running":
    case "done":
      return ok(importView({ ...entry, linksDue: await countLinksDue(db, id) }));
    case "faulty":
    case "failed":
      return refuse("import-not-ready", "This import has faults and cannot be applied.", {
        wayOut: "Mend the file and send it again.",
      });
    case "ready":
      await setRunning(db, id);
      await deps.enqueue(db, applyJob, { import: id, actor: actorOf(context).personId });
      return ok(importView({ ...entry, state: "running", linksDue: 0 }));
  }
};
