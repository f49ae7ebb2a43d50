import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { Tries } from "../../platform/tries.ts";

/** What competencies need of others. */
export type CompetencyDeps = {
  readonly bank: () => Bank;
  readonly catalogue: () => Catalogue;
  /** By lesson and by lab: the competencies that it is about. */
  readonly taught: () => ReadonlyMap<string, readonly string[]>;
  readonly practised: () => ReadonlyMap<string, readonly string[]>;
  readonly policyInForce: (db: Database) => Promise<{ readonly policy: Policy } | null>;
  readonly readPersonFacts: (db: Database, personId: string) => Promise<PersonFacts | null>;
  /** The activity of the baseline assessment, and its tries. */
  readonly baseline: string;
  readonly tries: Pick<Tries, "readEnded">;
  /** Estimated share that would be remembered today, by competency. */
  readonly recallOf: (
    db: Database,
    personId: string,
    now: Date,
  ) => Promise<ReadonlyMap<string, number>>;
};
