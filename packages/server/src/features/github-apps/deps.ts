import type { ChangeAuthor, DecisionSubject, GateAnswerView } from "@checkride/api/gates";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { Enqueue } from "../../platform/jobs/enqueue.ts";
import type { Vault } from "../../platform/master-key.ts";

export type GateAsk = {
  readonly gate: string;
  readonly subject: DecisionSubject;
  readonly authors: readonly ChangeAuthor[];
  readonly now: Date;
};

/** What GitHub Apps need of others. */
export type GithubDeps = {
  readonly vault: Vault;
  /** Under which address this installation is reached from outside. */
  readonly origin: string;
  readonly enqueue: Enqueue;
  /** The one way to a decision. */
  readonly askGate: (db: Database, ask: GateAsk) => Promise<Result<GateAnswerView, Refusal>>;
  readonly knowsGate: (db: Database, gate: string) => Promise<boolean>;
  readonly fetch: typeof fetch;
};
