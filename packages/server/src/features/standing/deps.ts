import type { PersonCard } from "@checkride/api/people";
import type { Opening } from "@checkride/rules/decision";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Database } from "../../platform/database.ts";
import type { ReadOne } from "../../platform/gather.ts";
import type { Subject } from "./store.ts";

export type InForce = {
  readonly version: number;
  readonly policy: Policy;
  readonly appliedAt: Date;
};

/** What was just computed anew about one person, still inside the transaction that stores it. */
export type Refreshed = {
  readonly personId: string;
  /** Null: erased. */
  readonly person: PersonFacts | null;
  readonly inForce: InForce;
  readonly standings: readonly Standing[];
  readonly now: Date;
};

/** What follows from a standing, such as a certificate; both are there, or neither. */
export type OnRefreshed = (tx: Database, refreshed: Refreshed) => Promise<void>;

/** What the standing feature needs of others. */
export type StandingDeps = {
  readonly onRefreshed: readonly OnRefreshed[];
  /** By id or e-mail address in small letters; gathers what is asked at the same time. */
  readonly readSubject: ReadOne<Subject>;
  /** `told`: which one it is, where that is known already. */
  readonly policyInForce: (
    db: Database,
    told?: { readonly version: number; readonly appliedAt: Date | null },
  ) => Promise<InForce | null>;
  readonly policyAsOf: (db: Database, at: Date) => Promise<InForce | null>;
  /** Gates that were opened by hand for this person at a moment. */
  readonly readOpenings: (db: Database, personId: string, at: Date) => Promise<readonly Opening[]>;
  readonly readPersonCard: (db: Database, personId: string) => Promise<PersonCard | null>;
  readonly readPersonFacts: (db: Database, personId: string) => Promise<PersonFacts | null>;
  readonly personFactsAsOf: (
    db: Database,
    personId: string,
    at: Date,
  ) => Promise<PersonFacts | null>;
};
