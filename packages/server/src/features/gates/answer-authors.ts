import type { AskedAuthor, ChangeAuthor, ForgeAccount } from "@checkride/api/gates";
import type { Database } from "../../platform/database.ts";
import type { AnswerBook } from "./answer-book.ts";
import { answerGate, type GateAnswer, type GateAsk } from "./answer-gate.ts";
import type { GateDeps } from "./deps.ts";

export const accountKey = ({ forge, id }: ForgeAccount): string => `${forge} ${id}`;

export const accountWords = ({ forge, id }: ForgeAccount): string => `account ${id} at ${forge}`;

export type AnsweredAuthor = {
  readonly said: ChangeAuthor;
  /** Null: linked to nobody. */
  readonly answer: GateAnswer | null;
};

const keyOf = (author: ChangeAuthor): string =>
  "account" in author ? accountKey(author.account) : `mailto ${author.email}`;

/** Each author once. An address in a commit is what somebody wrote there, and so it is nobody's. */
export const answerAuthors = (
  db: Database,
  deps: GateDeps,
  book: AnswerBook,
  authors: readonly ChangeAuthor[],
  ask: Omit<GateAsk, "who">,
): Promise<readonly AnsweredAuthor[]> => {
  const unique = new Map(authors.map((said) => [keyOf(said), said]));
  return Promise.all(
    [...unique.values()].map(async (said) => {
      const who = "account" in said ? await deps.readAccountHolder(accountKey(said.account)) : null;
      const answer = who ? await answerGate(db, deps, book, { ...ask, who }) : null;
      return { said, answer };
    }),
  );
};

export const authorView = ({ said, answer }: AnsweredAuthor): AskedAuthor => ({
  account: "account" in said ? said.account : null,
  email: "email" in said ? said.email : null,
  person: answer?.personId ?? null,
  outcome: answer?.decision.outcome ?? null,
  reasons: [...(answer?.decision.reasons ?? [])],
  remedy: [...(answer?.decision.remedy ?? [])],
});

/** Why this author keeps a change from passing, or what is to be known of them; null: nothing. */
export const reasonOfAuthor = ({ said, answer }: AnsweredAuthor) => {
  const who = "account" in said ? accountWords(said.account) : null;
  if (answer === null) {
    const says =
      who === null
        ? "An author of this change is known by an e-mail address only, which anybody can write into a commit."
        : `An author of this change, ${who}, is linked to nobody here.`;
    return { code: "unlinked" as const, certificate: null, says };
  }
  if (answer.decision.outcome === "allow") return null;
  const why = answer.decision.reasons
    .filter(({ code }) => code !== "holds")
    .map(({ says }) => says)
    .join(" ");
  const says = `An author of this change, ${who}, may not pass: ${why}`;
  return { code: "author" as const, certificate: null, says };
};
