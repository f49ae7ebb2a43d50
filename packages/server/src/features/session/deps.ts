import type { PersonCard } from "@checkride/api/people";
import type { Database } from "../../platform/database.ts";

/** What the session feature needs of others and of the place it runs in. */
export type SessionDeps = {
  /** Not the request's transaction: what must outlive a refusal is written here. Best a small pool of its own. */
  readonly outside: Database;
  /** Signs device cookies and blinds the names of counters; derived from the master key. */
  readonly deviceKey: Uint8Array;
  readonly readPersonCard: (db: Database, personId: string) => Promise<PersonCard | null>;
  readonly readOrganisation: (
    db: Database,
  ) => Promise<{ readonly name: string | null; readonly setUp: boolean; readonly demo: boolean }>;
};
