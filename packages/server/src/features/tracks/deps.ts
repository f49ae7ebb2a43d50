import type { MySign } from "@checkride/api/documents";
import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";

export type MyStandings = {
  readonly policy: Policy;
  readonly standings: readonly Standing[];
};

/** What tracks need of others. */
export type TrackDeps = {
  readonly content: () => Content;
  /** Null: no policy is in force. */
  readonly standingsOf: (db: Database, person: string, now: Date) => Promise<MyStandings | null>;
  /** How many variants count so far, by the assessment that asks for several. */
  readonly seriesOf: (db: Database, person: string) => Promise<ReadonlyMap<string, number>>;
  /** By document, of those that can be signed. */
  readonly signsOf: (
    db: Database,
    person: string,
    known: MyStandings | null,
  ) => Promise<ReadonlyMap<string, MySign>>;
};
