import type { KeyObject } from "node:crypto";
import type { ChangeAuthor, DecisionSubject, GateAnswerView } from "@checkride/api/gates";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";

export type Question = {
  readonly gate: string;
  readonly subject: DecisionSubject;
  readonly authors: readonly ChangeAuthor[];
  readonly actor: string | null;
  readonly origin: string;
  readonly now: Date;
};

type SigningKey = { readonly kid: string; readonly privateKey: KeyObject };

/** What the clearances feature needs of others. */
export type ClearanceDeps = {
  /** The one way to a decision. */
  readonly decide: (db: Database, question: Question) => Promise<Result<GateAnswerView, Refusal>>;
  readonly issuer: {
    readonly url: string;
    readonly keys: (db: Database) => Promise<{ readonly rs256: SigningKey }>;
  };
};
