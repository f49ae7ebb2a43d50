import type { Opening } from "@checkride/rules/decision";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import type { ReadOne } from "../../platform/gather.ts";

export type InForce = { readonly version: number; readonly policy: Policy };

export type KnownPerson = {
  readonly person: PersonFacts;
  readonly inForce: InForce | null;
  readonly standings: readonly Standing[];
};

/** What the gates feature needs of others. */
export type GateDeps = {
  readonly policyInForce: (db: Database) => Promise<InForce | null>;
  /** Right at the given moment, whatever is stored. Null: not a person. */
  readonly readKnown: (
    db: Database,
    /** An id, or an e-mail address in small letters. */
    who: string,
    now: Date,
  ) => Promise<KnownPerson | null>;
  /** Of one person, under way. */
  readonly readOpenings: ReadOne<readonly Opening[]>;
  /** Whose account it is: the key is the forge, a blank and the account's number. */
  readonly readAccountHolder: ReadOne<string>;
};
