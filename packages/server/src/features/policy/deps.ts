import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
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
  /** A policy with what has happened to the documents that it asks to sign. */
  readonly withEditions: (policy: Policy) => Policy;
  /** The new policy is in force: stored standings are to follow. */
  readonly onApplied: (db: Database) => Promise<void>;
};
