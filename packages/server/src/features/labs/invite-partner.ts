import type { OpenLab } from "@checkride/range/labs/open-lab";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type Mine, notThere } from "./find-lab.ts";
import { newJoinCode } from "./join-code.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-store.ts";

const dayMs = 86_400_000;

/** One attempt at questions is one person's; an incident is led by whoever makes the moves. */
export const isForPairs = ({ variants, play }: OpenLab): boolean =>
  variants !== "once" || play !== undefined;

/** A code that is still good is shown again, so that two tabs tell a partner the same one. */
export const invitePartner = async (
  db: Database,
  { workspace: { id, me }, lab }: Mine,
  now: Date,
): Promise<Result<Mine, Refusal>> => {
  const workspace = await lockWorkspace(db, id, me.personId);
  if (workspace === null) return notThere();
  if (workspace.state !== "open") return refuse("conflict", "This workspace is over.");
  if (!isForPairs(lab.open)) {
    return refuse("conflict", "This lab takes one attempt at its questions, so it is done alone.");
  }
  if (workspace.members.length > 1) {
    return refuse("conflict", "You have a partner already; a pair is two people.");
  }
  const { joinCode, joinUntil } = workspace;
  if (joinCode !== null && joinUntil !== null && joinUntil > now) return ok({ workspace, lab });
  const change = { joinCode: newJoinCode(), joinUntil: new Date(now.getTime() + dayMs) };
  await updateWorkspace(db, id, change);
  return ok({ workspace: { ...workspace, ...change }, lab });
};
