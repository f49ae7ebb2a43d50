import type { ChangeAuthor, DecisionSubject, GateAnswerView } from "@checkride/api/gates";
import type { Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { Vault } from "../../platform/master-key.ts";
import type { IssuerKeys } from "./issuer-keys.ts";

export type PersonByEmail = { readonly id: string; readonly name: string };

/** What the forges feature needs of others. */
export type ForgeDeps = {
  readonly vault: Vault;
  readonly issuerKeys: IssuerKeys;
  /** This installation's address, for which tokens are made out; what a request calls us proves nothing. */
  readonly audience: string;
  /** Null: nobody, or not active any more. */
  readonly findPerson: (db: Database, idOrEmail: string) => Promise<PersonByEmail | null>;
  /** Records of a CSV with the line on which each begins, or what is wrong with it. */
  readonly readCsv: (text: string) => Iterable<
    | {
        readonly ok: true;
        readonly value: { readonly line: number; readonly fields: readonly string[] };
      }
    | { readonly ok: false; readonly error: { readonly line: number; readonly kind: string } }
  >;
  readonly answerQuestion: (
    db: Database,
    question: {
      readonly gate: string;
      readonly subject: DecisionSubject;
      readonly authors: readonly ChangeAuthor[];
      readonly actor: string | null;
      readonly origin: string;
      readonly now: Date;
    },
  ) => Promise<Result<GateAnswerView, Refusal>>;
};
