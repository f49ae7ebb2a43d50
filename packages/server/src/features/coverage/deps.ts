import type { ThreatLists } from "@checkride/curriculum-reader/read-threats";
import type { Policy } from "@checkride/rules/policy";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";

/** What coverage needs of others. */
export type CoverageDeps = {
  readonly content: () => Content;
  /** The lists of the curriculum folders, and what was decided there. */
  readonly threats: () => ThreatLists;
  readonly policyInForce: (db: Database) => Promise<{ readonly policy: Policy } | null>;
};
