import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { withAskedSince } from "./asked-since.ts";
import { readOrRefuse } from "./check-text.ts";
import type { PolicyDeps } from "./deps.ts";
import { planPolicy } from "./plan-policy.ts";
import { type Act, findOpenProposal, reread } from "./propose-policy.ts";
import { approvalsUnder } from "./show-version.ts";
import {
  countApprovers,
  lockPolicy,
  putInForce,
  readApprovals,
  readInForce,
  readVersion,
  rolesOf,
  type VersionRow,
} from "./store.ts";

/** Approvals count while their givers still have the role. */
const missingApprovals = async (tx: Database, row: VersionRow): Promise<Refusal | null> => {
  const needed = approvalsUnder((await readInForce(tx))?.resolved ?? null);
  const given = await readApprovals(tx, [row.version]);
  let counting = 0;
  for (const { personId } of given) {
    const roles = await rolesOf(tx, personId);
    if (needed.roles.some((role) => roles.includes(role))) counting += 1;
  }
  const missing = needed.count - counting;
  if (missing <= 0) return null;
  const names = needed.roles.join(" or ");
  const able = await countApprovers(tx, needed.roles, row.proposedBy);
  return refuse(
    "approvals-missing",
    `Version ${row.version} needs ${missing} more approval${missing === 1 ? "" : "s"} by somebody with the role ${names}.`,
    {
      wayOut:
        able >= needed.count
          ? `Ask one of the ${able} people with the role ${names} to approve it under Policy.`
          : `Only ${able} active people besides the proposer have the role ${names}: give the role to somebody first.`,
    },
  ).error;
};

const appliedAlready = async (tx: Database, version: number): Promise<VersionRow | null> => {
  await lockPolicy(tx);
  const row = await readVersion(tx, version);
  return row?.state === "in-force" ? row : null;
};

const planCounts = async (tx: Database, deps: PolicyDeps, row: VersionRow, now: Date) => {
  const ask = { policy: row.resolved, faults: [], withNames: false, now };
  const { people, affected, changes } = await planPolicy(tx, deps, ask);
  return {
    people,
    affected,
    gains: changes.reduce((sum, change) => sum + change.gains, 0),
    loses: changes.reduce((sum, change) => sum + change.loses, 0),
  };
};

/** Brings an approved proposal into force, with what it changed as evidence, all or nothing. */
export const applyProposal = async (
  tx: Database,
  deps: PolicyDeps,
  version: number,
  { actor, now }: Act,
): Promise<Result<VersionRow, Refusal>> => {
  const already = await appliedAlready(tx, version);
  if (already) return ok(already);
  const found = await findOpenProposal(tx, version);
  if (!found.ok) return found;
  const row = found.value;
  const inForce = await readInForce(tx);
  if ((inForce?.version ?? null) !== row.baseVersion) {
    const detail = `Version ${version} was written against version ${row.baseVersion ?? "none"}, but version ${inForce?.version} is in force now.`;
    return refuse("conflict", detail, {
      wayOut: "Look at what changed, and propose it anew on top of the version in force.",
    });
  }
  const missing = await missingApprovals(tx, row);
  if (missing) return { ok: false, error: missing };
  const read = readOrRefuse(row.text, deps.catalogue(), now);
  if (!read.ok) return read;
  const plan = await planCounts(tx, deps, row, now);
  const resolved = withAskedSince(row.resolved, inForce?.resolved ?? null, now);
  await putInForce(tx, version, resolved, now);
  const body = { version, hash: row.hash, baseVersion: row.baseVersion, plan };
  await appendEvidence(tx, [{ kind: "policy.applied", person: null, actor, body, at: now }]);
  await deps.onApplied(tx);
  return ok(await reread(tx, version));
};
