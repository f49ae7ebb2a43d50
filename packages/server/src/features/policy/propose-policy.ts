import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { hashText, readOrRefuse } from "./check-text.ts";
import type { PolicyDeps } from "./deps.ts";
import { insertVersion, lockPolicy, readInForce, readVersion, type VersionRow } from "./store.ts";

export type Act = { readonly actor: string; readonly now: Date };

export const reread = async (db: Database, version: number): Promise<VersionRow> => {
  const row = await readVersion(db, version);
  if (!row) throw new Error(`policy version ${version} was there a moment ago`);
  return row;
};

export const proposePolicy = async (
  tx: Database,
  deps: Pick<PolicyDeps, "catalogue">,
  proposal: { readonly text: string; readonly note: string },
  { actor, now }: Act,
): Promise<Result<VersionRow, Refusal>> => {
  const read = readOrRefuse(proposal.text, deps.catalogue(), now);
  if (!read.ok) return read;
  await lockPolicy(tx);
  const inForce = await readInForce(tx);
  const hash = hashText(proposal.text);
  const version = await insertVersion(tx, {
    ...proposal,
    hash,
    resolved: read.value.policy,
    baseVersion: inForce?.version ?? null,
    proposedBy: actor,
    proposedAt: now,
  });
  const body = { version, hash, baseVersion: inForce?.version ?? null };
  await appendEvidence(tx, [{ kind: "policy.proposed", person: null, actor, body, at: now }]);
  return ok(await reread(tx, version));
};

/** The proposal, if it is still one. */
export const findOpenProposal = async (
  tx: Database,
  version: number,
): Promise<Result<VersionRow, Refusal>> => {
  await lockPolicy(tx);
  const row = await readVersion(tx, version);
  if (!row) return refuse("not-found", `There is no version ${version} of the policy.`);
  if (row.state === "proposed") return ok(row);
  const became = {
    "in-force": "is in force",
    superseded: "was in force once",
    withdrawn: "was withdrawn",
  };
  return refuse("proposal-closed", `Version ${version} ${became[row.state]}.`);
};
