import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Policy } from "@checkride/rules/policy";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { Tries } from "../../platform/tries.ts";

/** What assessments need of others. */
export type AssessmentDeps = {
  readonly bank: () => Bank;
  readonly catalogue: () => Catalogue;
  readonly tries: Tries;
  readonly policyInForce: (db: Database) => Promise<{ readonly policy: Policy } | null>;
  /** The tracks that are asked of somebody. */
  readonly tracksOf: (db: Database, personId: string) => Promise<readonly string[]>;
};
