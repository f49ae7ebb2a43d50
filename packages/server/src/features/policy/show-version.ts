import type { PolicyVersionSummary } from "@checkride/api/policy";
import type { Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import { type ApprovalRow, readApprovals, readInForce, type VersionRow } from "./store.ts";

export type VersionFull = PolicyVersionSummary & { readonly text: string };

/** The first policy has nobody who could have said what it needs: it needs nothing. */
export const approvalsUnder = (inForce: Policy | null): Policy["approvals"] =>
  inForce?.approvals ?? { count: 0, roles: [] };

const summaryOf = (
  row: VersionRow,
  approvals: readonly ApprovalRow[],
  needed: Policy["approvals"],
): PolicyVersionSummary => ({
  version: row.version,
  state: row.state,
  hash: row.hash,
  note: row.note,
  proposedBy: { id: row.proposedBy, name: row.proposerName ?? "Erased person" },
  proposedAt: row.proposedAt.toISOString(),
  appliedAt: row.appliedAt?.toISOString() ?? null,
  approvals: approvals
    .filter((approval) => approval.version === row.version)
    .map(({ personId, name, approvedAt, note }) => ({
      id: personId,
      name,
      at: approvedAt.toISOString(),
      note,
    })),
  approvalsNeeded: row.state === "proposed" ? needed.count : 0,
  approverRoles: row.state === "proposed" ? [...needed.roles] : [],
});

export const showVersions = async (
  db: Database,
  rows: readonly VersionRow[],
): Promise<readonly VersionFull[]> => {
  const inForce = await readInForce(db);
  const needed = approvalsUnder(inForce?.resolved ?? null);
  const approvals = await readApprovals(
    db,
    rows.map((row) => row.version),
  );
  return rows.map((row) => ({ ...summaryOf(row, approvals, needed), text: row.text }));
};

export const showVersion = async (db: Database, row: VersionRow): Promise<VersionFull> => {
  const [shown] = await showVersions(db, [row]);
  if (!shown) throw new Error("one version was asked for and none came");
  return shown;
};
