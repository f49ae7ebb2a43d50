import type { Policy } from "@checkride/rules/policy";
import { type Selectable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { PolicyVersionTable } from "../../platform/tables.ts";

export type VersionRow = Selectable<PolicyVersionTable> & { readonly proposerName: string | null };

export type ApprovalRow = {
  readonly version: number;
  readonly personId: string;
  readonly name: string;
  readonly note: string;
  readonly approvedAt: Date;
};

/** Proposing, approving and applying are rare; one after the other keeps each of them simple. */
export const lockPolicy = async (tx: Database): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7300002)`.execute(tx);
};

const versions = (db: Database) =>
  db
    .selectFrom("policyVersion")
    .leftJoin("person", "person.id", "policyVersion.proposedBy")
    .selectAll("policyVersion")
    .select("person.name as proposerName");

export const readVersion = (db: Database, version: number): Promise<VersionRow | undefined> =>
  versions(db).where("policyVersion.version", "=", version).executeTakeFirst();

export const readVersions = (db: Database): Promise<readonly VersionRow[]> =>
  versions(db).orderBy("policyVersion.version", "desc").execute();

export const readInForce = (db: Database): Promise<VersionRow | undefined> =>
  versions(db).where("policyVersion.state", "=", "in-force").executeTakeFirst();

export const readProposals = (db: Database): Promise<readonly VersionRow[]> =>
  versions(db)
    .where("policyVersion.state", "=", "proposed")
    .orderBy("policyVersion.version", "desc")
    .execute();

/**
 * What a cached policy is checked against. The hash too: when a demo is removed, numbers begin again at 1.
 */
export const readVersionInForce = (
  db: Database,
): Promise<{ readonly version: number; readonly appliedAt: Date | null } | undefined> =>
  db
    .selectFrom("policyVersion")
    .select(["version", "appliedAt"])
    .where("state", "=", "in-force")
    .executeTakeFirst();

export const readVersionAsOf = (db: Database, at: Date): Promise<VersionRow | undefined> =>
  versions(db)
    .where("policyVersion.appliedAt", "<=", at)
    .where((eb) =>
      eb.or([eb("policyVersion.endedAt", "is", null), eb("policyVersion.endedAt", ">", at)]),
    )
    .where("policyVersion.state", "in", ["in-force", "superseded"])
    .orderBy("policyVersion.version", "desc")
    .executeTakeFirst();

export const readApprovals = (
  db: Database,
  versionNumbers: readonly number[],
): Promise<readonly ApprovalRow[]> =>
  db
    .selectFrom("policyApproval")
    .innerJoin("person", "person.id", "policyApproval.personId")
    .select([
      "policyApproval.version",
      "policyApproval.personId",
      "person.name",
      "policyApproval.note",
      "policyApproval.approvedAt",
    ])
    .where("policyApproval.version", "in", versionNumbers.length > 0 ? versionNumbers : [0])
    .orderBy("policyApproval.approvedAt")
    .execute();

export type NewVersion = {
  readonly text: string;
  readonly hash: string;
  readonly resolved: Policy;
  readonly note: string;
  readonly baseVersion: number | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
};

/** Under the policy lock, so that numbers have no gaps and are never given twice. */
export const insertVersion = async (tx: Database, proposal: NewVersion): Promise<number> => {
  const { last } = await tx
    .selectFrom("policyVersion")
    .select((eb) => eb.fn.coalesce(eb.fn.max("version"), sql<number>`0`).as("last"))
    .executeTakeFirstOrThrow();
  const version = last + 1;
  await tx
    .insertInto("policyVersion")
    .values({
      ...proposal,
      version,
      resolved: JSON.stringify(proposal.resolved),
      state: "proposed",
      appliedAt: null,
      endedAt: null,
    })
    .execute();
  return version;
};

export const insertApproval = async (
  tx: Database,
  approval: { version: number; personId: string; note: string; approvedAt: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("policyApproval")
    .values(approval)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

export const withdrawVersion = async (tx: Database, version: number, at: Date): Promise<void> => {
  await tx
    .updateTable("policyVersion")
    .set({ state: "withdrawn", endedAt: at })
    .where("version", "=", version)
    .execute();
};

export const putInForce = async (
  tx: Database,
  version: number,
  resolved: Policy,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable("policyVersion")
    .set({ state: "superseded", endedAt: at })
    .where("state", "=", "in-force")
    .execute();
  await tx
    .updateTable("policyVersion")
    .set({ state: "in-force", appliedAt: at, resolved: JSON.stringify(resolved) })
    .where("version", "=", version)
    .execute();
};

/** How many active people could approve at all, and whether one of them is not the proposer. */
export const countApprovers = async (
  db: Database,
  roles: readonly string[],
  except: string | null,
): Promise<number> => {
  const { count } = await db
    .selectFrom("person")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(sql<boolean>`roles && ${[...roles]}::text[]`)
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .$if(except !== null, (query) => query.where("id", "!=", except ?? ""))
    .executeTakeFirstOrThrow();
  return count;
};

export const rolesOf = async (db: Database, personId: string): Promise<readonly string[]> => {
  const row = await db
    .selectFrom("person")
    .select("roles")
    .where("id", "=", personId)
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  return row?.roles ?? [];
};
