import type { Role, Tier } from "@checkride/rules/person";
import type { Database } from "../../platform/database.ts";

/** A person as an import sees them. */
export type Known = {
  readonly id: string;
  readonly email: string | null;
  readonly name: string;
  readonly team: string | null;
  readonly job: string | null;
  readonly tier: Tier | null;
  readonly roles: Role[];
  readonly attributes: Record<string, string[]>;
  readonly startedAt: Date;
  readonly deactivatedAt: Date | null;
  readonly erasedAt: Date | null;
  readonly joinedAt: Date | null;
  readonly version: number;
};

export type NewPerson = {
  readonly email: string | null;
  readonly name: string;
  readonly team: string | null;
  readonly job: string | null;
  readonly tier: Tier | null;
  readonly roles: readonly Role[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly startedAt: Date | null;
};

export type Change = { readonly before: Known; readonly after: Known };
export type By = { readonly actor: string | null; readonly now: Date };

type LinkAsk = {
  readonly purpose: "invite";
  readonly createdBy: string | null;
  readonly origin: string;
  readonly now: Date;
};

/** What an import needs of the people it changes, of links and of the job queue. */
export type ImportDeps = {
  readonly readPeopleByEmail: (
    db: Database,
    emails: readonly string[],
  ) => Promise<readonly Known[]>;
  readonly lockPeopleByEmail: (
    db: Database,
    emails: readonly string[],
  ) => Promise<readonly Known[]>;
  /** Of these addresses those of people whose data was erased. */
  readonly erasedAmong: (db: Database, emails: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly countActive: (db: Database) => Promise<number>;
  readonly changedFields: (before: Known, after: Known) => readonly string[];
  readonly keepsAnOwner: (db: Database, changes: readonly Change[]) => Promise<boolean>;
  readonly addPeople: (
    db: Database,
    people: readonly NewPerson[],
    by: By,
  ) => Promise<readonly { readonly id: string; readonly email: string | null }[]>;
  readonly changePeople: (db: Database, changes: readonly Change[], by: By) => Promise<void>;
  readonly makeOneTimeLinks: (
    db: Database,
    people: readonly string[],
    ask: LinkAsk,
  ) => Promise<readonly { readonly url: string; readonly expiresAt: string }[]>;
  /** In the transaction given, so that the job is there exactly when the change that asks for it is. */
  readonly enqueue: (
    db: Database,
    job: string,
    payload: Readonly<Record<string, string>>,
  ) => Promise<void>;
};
