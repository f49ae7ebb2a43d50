import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { PersonFacts } from "@checkride/rules/person";
import type { Database } from "../../platform/database.ts";

/** What the policy feature needs of others. */
export type PolicyDeps = {
  readonly catalogue: () => Catalogue;
  /** The policy that ships, as text: what a new organisation begins with. */
  readonly builtIn: string;
  /** The next people behind `after` in the order of their ids; fewer than `limit`: these were the last. */
  readonly readPeopleBatch: (
    db: Database,
    after: string | null,
    limit: number,
  ) => Promise<readonly { readonly facts: PersonFacts; readonly name: string }[]>;
  /** The new policy is in force: stored standings are to follow. */
  readonly onApplied: (db: Database) => Promise<void>;
};
