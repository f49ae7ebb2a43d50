import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { type Act, findOpenProposal } from "./propose-policy.ts";
import { approvalsUnder } from "./show-version.ts";
import { insertApproval, readInForce, rolesOf, type VersionRow } from "./store.ts";

/** A second approval by the same person changes nothing. */
export const approveProposal = async (
  tx: Database,
  version: number,
  note: string,
  { actor, now }: Act,
): Promise<Result<VersionRow, Refusal>> => {
  const found = await findOpenProposal(tx, version);
  if (!found.ok) return found;
  if (found.value.proposedBy === actor) {
    return refuse("own-proposal", "You proposed this version, so somebody else has to approve it.");
  }
  const needed = approvalsUnder((await readInForce(tx))?.resolved ?? null);
  const roles = await rolesOf(tx, actor);
  if (needed.count > 0 && !needed.roles.some((role) => roles.includes(role))) {
    const names = needed.roles.join(" or ");
    return refuse("not-permitted", `The policy in force asks for approval by ${names}.`, {
      wayOut: `Ask somebody with the role ${names}.`,
    });
  }
  const approval = { version, personId: actor, note, approvedAt: now };
  if (await insertApproval(tx, approval)) {
    const body = { version, hash: found.value.hash };
    await appendEvidence(tx, [{ kind: "policy.approved", person: null, actor, body, at: now }]);
  }
  return ok(found.value);
};
