import type { PersonCard } from "@checkride/api/people";
import type { PersonFacts } from "@checkride/rules/person";
import type { Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { ReadOne } from "../../platform/gather.ts";
import type { Subject } from "./store.ts";

export type InForce = {
  readonly version: number;
  readonly policy: Policy;
  readonly appliedAt: Date;
};

/** What the standing feature needs of others. */
export type StandingDeps = {
  /** By id or e-mail address in small letters; gathers what is asked at the same time. */
  readonly readSubject: ReadOne<Subject>;
  /** `told`: which one it is, where that is known already. */
  readonly policyInForce: (
    db: Database,
    told?: { readonly version: number; readonly appliedAt: Date | null },
  ) => Promise<InForce | null>;
  readonly policyAsOf: (db: Database, at: Date) => Promise<InForce | null>;
  readonly readPersonCard: (db: Database, personId: string) => Promise<PersonCard | null>;
  readonly readPersonFacts: (db: Database, personId: string) => Promise<PersonFacts | null>;
  readonly personFactsAsOf: (
    db: Database,
    personId: string,
    at: Date,
  ) => Promise<PersonFacts | null>;
};
