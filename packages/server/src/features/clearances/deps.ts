import type { KeyObject } from "node:crypto";
import type { Answer } from "@checkride/api/client";
import type { ChangeAuthor, DecisionSubject, GateAnswerView } from "@checkride/api/gates";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { RequestContext } from "../../platform/http/request-context.ts";

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
  /** The same for a pipeline, about whom its forge has signed. */
  readonly decideForPipeline: (
    context: RequestContext,
    ask: {
      readonly gate: string;
      readonly token: string;
      readonly authors: readonly ChangeAuthor[];
    },
  ) => Promise<Result<Answer<"POST /api/gates/{gate}/ci-decisions">, Refusal>>;
  readonly issuer: {
    readonly url: string;
    readonly keys: (db: Database) => Promise<{ readonly rs256: SigningKey }>;
  };
};
