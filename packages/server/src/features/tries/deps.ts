import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { EndedTry } from "../../platform/tries.ts";

/** What tries need of others. */
export type TryDeps = {
  readonly bank: () => Bank;
  readonly onEnded: (db: Database, ended: EndedTry) => Promise<void>;
};
