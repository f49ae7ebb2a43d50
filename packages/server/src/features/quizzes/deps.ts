import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import type { Policy } from "@checkride/rules/policy";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { Tries } from "../../platform/tries.ts";

/** What quizzes need of others. */
export type QuizDeps = {
  readonly bank: () => Bank;
  readonly catalogue: () => Catalogue;
  readonly tries: Tries;
  readonly policyInForce: (db: Database) => Promise<{ readonly policy: Policy } | null>;
};
