import type { PersonCard } from "@checkride/api/people";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";

/** What the gates feature needs of others. */
export type GateDeps = {
  readonly policyInForce: (
    db: Database,
  ) => Promise<{ readonly version: number; readonly policy: Policy } | null>;
  /** By id or e-mail address. */
  readonly findPerson: (db: Database, idOrEmail: string) => Promise<PersonCard | null>;
  /** Right at the given moment, whatever is stored. */
  readonly readStandings: (
    db: Database,
    personId: string,
    now: Date,
  ) => Promise<readonly Standing[]>;
};
