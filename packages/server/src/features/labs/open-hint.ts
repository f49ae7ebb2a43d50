import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-store.ts";

/** One after the other; opening an open one again costs nothing. */
export const openHint = async (
  db: Database,
  { workspace: { id, me }, lab }: Mine,
  number: number,
): Promise<Result<Mine, Refusal>> => {
  const workspace = await lockWorkspace(db, id, me.personId);
  if (workspace === null) return notThere();
  const { hintsOpened } = workspace;
  if (number <= hintsOpened) return ok({ workspace, lab });
  if (workspace.state !== "open") {
    return refuse("conflict", "This workspace is over; its hints are not needed any more.");
  }
  if (number !== hintsOpened + 1) {
    return refuse("conflict", `Hint ${hintsOpened + 1} comes first.`, {
      wayOut: "Open the hints in their order.",
    });
  }
  await updateWorkspace(db, id, { hintsOpened: number });
  return ok({ workspace: { ...workspace, hintsOpened: number }, lab });
};
