import type { Opening } from "@checkride/rules/decision";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import type { ReadOne } from "../../platform/gather.ts";
import type { OpeningRecord } from "./opening-store.ts";

export type InForce = { readonly version: number; readonly policy: Policy };

export type KnownPerson = {
  readonly person: PersonFacts;
  readonly inForce: InForce | null;
  readonly standings: readonly Standing[];
};

export type OpeningHappened = {
  readonly what: "asked" | "approved" | "ended";
  readonly opening: OpeningRecord;
  /** Null: its time was over. */
  readonly actor: string | null;
  readonly at: Date;
};

export type OnOpening = (tx: Database, happened: OpeningHappened) => Promise<void>;

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
  readonly readPersonFacts: (db: Database, personId: string) => Promise<PersonFacts | null>;
  /** What follows when a gate is asked to be opened by hand, is opened, is closed; in the same transaction. */
  readonly onOpening: readonly OnOpening[];
  /** The next people behind an id, for walks over everybody. */
  readonly readPeopleBatch: (
    db: Database,
    after: string | null,
    limit: number,
  ) => Promise<readonly { readonly facts: PersonFacts; readonly name: string }[]>;
  /** Of one person, under way. */
  readonly readOpenings: ReadOne<readonly Opening[]>;
  /** Whose account it is: the key is the forge, a blank and the account's number. */
  readonly readAccountHolder: ReadOne<string>;
};
