import type { Policy } from "@checkride/rules/policy";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { EditionBook } from "./edition-book.ts";

/** Where somebody stands, and the rules that say so. */
export type MyStandings = {
  readonly policy: Policy;
  readonly standings: readonly Standing[];
};

export type DifferenceLine = {
  readonly kind: "same" | "added" | "removed";
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
};

/** What documents need of others. */
export type DocumentDeps = {
  readonly content: () => Content;
  readonly editions: EditionBook;
  /** Null: no policy is in force. */
  readonly standingsOf: (db: Database, person: string, now: Date) => Promise<MyStandings | null>;
  readonly textDifference: (before: string, after: string) => readonly DifferenceLine[];
};
