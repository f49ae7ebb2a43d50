import type { Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import { readInForce, readVersionAsOf, readVersionInForce, type VersionRow } from "./store.ts";

export type PolicyInForce = {
  readonly version: number;
  readonly policy: Policy;
  readonly appliedAt: Date;
};

const inForceOf = (row: VersionRow | undefined): PolicyInForce | null =>
  row?.appliedAt ? { version: row.version, policy: row.resolved, appliedAt: row.appliedAt } : null;

/**
 * The policy in force, kept in memory. Its number is asked for each time (one row by index), so that a
 * policy applied through another node counts from the next question on.
 */
export const makePolicyInForce = () => {
  let known: PolicyInForce | null = null;
  return async (
    db: Database,
    /** Which one it is, where a query has brought that along; it saves asking. */
    told?: { readonly version: number; readonly appliedAt: Date | null },
  ): Promise<PolicyInForce | null> => {
    const newest = told ?? (await readVersionInForce(db));
    if (!newest) return null;
    // Not the number alone: after a demo was removed, another policy begins with number 1.
    const isKnown =
      known?.version === newest.version &&
      known.appliedAt.getTime() === newest.appliedAt?.getTime();
    if (!isKnown) known = inForceOf(await readInForce(db));
    return known;
  };
};

export const policyAsOf = async (db: Database, at: Date): Promise<PolicyInForce | null> =>
  inForceOf(await readVersionAsOf(db, at));
