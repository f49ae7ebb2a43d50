import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { type Act, findOpenProposal, reread } from "./propose-policy.ts";
import { type VersionRow, withdrawVersion } from "./store.ts";

export const withdrawProposal = async (
  tx: Database,
  version: number,
  { actor, now }: Act,
): Promise<Result<VersionRow, Refusal>> => {
  const found = await findOpenProposal(tx, version);
  if (!found.ok) return found;
  await withdrawVersion(tx, version, now);
  const body = { version, hash: found.value.hash };
  await appendEvidence(tx, [{ kind: "policy.withdrawn", person: null, actor, body, at: now }]);
  return ok(await reread(tx, version));
};
