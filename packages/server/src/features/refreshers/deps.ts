import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Bank } from "../../platform/bank.ts";

/** What refreshers need of others. */
export type RefresherDeps = {
  readonly bank: () => Bank;
  readonly catalogue: () => Catalogue;
  /** By lesson: the competencies that it teaches. */
  readonly taught: () => ReadonlyMap<string, readonly string[]>;
};
