import type { Database } from "../../platform/database.ts";

type OneTimeLink = { readonly url: string; readonly expiresAt: string };

export type LinkAsk = {
  readonly personId: string;
  readonly purpose: "invite" | "first-owner";
  readonly createdBy: string | null;
  readonly origin: string;
  readonly now: Date;
};

/** What the people feature needs of others. */
export type PeopleDeps = {
  readonly makeOneTimeLink: (db: Database, ask: LinkAsk) => Promise<OneTimeLink>;
  /** Ends sessions and unused links of somebody who is deactivated. */
  readonly shutOut: (
    db: Database,
    person: { readonly personId: string; readonly actor: string; readonly now: Date },
  ) => Promise<void>;
  /** Blinds an address, so that an import can tell that it was erased without anybody being able to read it. */
  readonly emailMark: (email: string) => Buffer;
  /** What somebody had ends with their data; in the same transaction. */
  readonly onErased: (
    db: Database,
    erased: { readonly personId: string; readonly now: Date },
  ) => Promise<void>;
};
