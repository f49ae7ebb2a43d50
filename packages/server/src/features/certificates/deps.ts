import type { Database } from "../../platform/database.ts";
import type { Issuer } from "./issuer-keys.ts";

/** What certificates need of others. */
export type CertificateDeps = {
  readonly issuer: Issuer;
  readonly readOrganisation: (db: Database) => Promise<{ readonly name: string | null }>;
  readonly readPersonCard: (
    db: Database,
    personId: string,
  ) => Promise<{ readonly name: string; readonly email: string | null } | null>;
};
