import type { Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { Issuer } from "./issuer-keys.ts";

/** An entry of a list of threats, as far as a credential names it. */
export type Threat = { readonly name: string; readonly list: string; readonly url: string | null };

/** What certificates need of others. */
export type CertificateDeps = {
  readonly issuer: Issuer;
  readonly readOrganisation: (db: Database) => Promise<{ readonly name: string | null }>;
  readonly readPersonCard: (
    db: Database,
    personId: string,
  ) => Promise<{ readonly name: string; readonly email: string | null } | null>;
  /** A version of the policy, whether it is in force or not. */
  readonly policyOf: (db: Database, version: number) => Promise<Policy | null>;
  /** Which threats an activity teaches. */
  readonly threatsOf: (activity: string) => readonly string[];
  readonly threat: (id: string) => Threat | null;
  /** The newest signed checkpoint of the ledger; null while it is empty. */
  readonly readCheckpoint: (db: Database) => Promise<string | null>;
};
