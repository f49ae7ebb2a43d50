import { accountHolderReader } from "./features/forges/account-store.ts";
import type { ForgeDeps } from "./features/forges/deps.ts";
import { makeIssuerKeys } from "./features/forges/issuer-keys.ts";
import type { AnswerBook } from "./features/gates/answer-book.ts";
import { answerQuestion } from "./features/gates/answer-question.ts";
import type { GateDeps, OnOpening } from "./features/gates/deps.ts";
import { openingsReader } from "./features/gates/opening-store.ts";
import { readPeopleBatch } from "./features/people/batch-store.ts";
import { findPerson, readPersonFacts } from "./features/people/person-facts.ts";
import { detectDelimiter, readRecords } from "./features/people-import/csv.ts";
import { recordHappenings } from "./features/webhooks/record-happening.ts";
import { gather } from "./platform/gather.ts";
import type { Parts } from "./wiring.ts";

const happeningOf = {
  asked: "gate.opening.asked",
  approved: "gate.opened",
  ended: "gate.opening.ended",
} as const;

/** Whoever watches from outside hears of it at once; why it was opened stays inside. */
const tellOutside: OnOpening = (tx, { what, opening, actor, at }) => {
  const { id, gate, personId, minutes, endsAt, endedWhy } = opening;
  const body = {
    gate,
    opening: id,
    person: personId,
    by: actor,
    minutes,
    until: endsAt?.toISOString() ?? null,
    ended: endedWhy,
  };
  return recordHappenings(tx, [{ type: happeningOf[what], person: personId, body, at }]);
};

export const wireGates = (
  { handle }: Parts,
  standing: Pick<GateDeps, "policyInForce" | "readKnown">,
): GateDeps => ({
  ...standing,
  readPeopleBatch,
  readPersonFacts,
  onOpening: [tellOutside],
  readOpenings: gather(openingsReader(handle.db)),
  readAccountHolder: gather(accountHolderReader(handle.db)),
});

/** Whoever has left is nobody to link an account to. */
const findActive: ForgeDeps["findPerson"] = async (db, idOrEmail) => {
  const found = await findPerson(db, idOrEmail);
  return found && ["active", "invited"].includes(found.status)
    ? { id: found.id, name: found.name }
    : null;
};

export const wireForges = (
  { vault, address }: Parts,
  gates: GateDeps,
  book: AnswerBook,
): ForgeDeps => ({
  vault,
  issuerKeys: makeIssuerKeys(),
  audience: address.url,
  findPerson: findActive,
  readCsv: (text) => readRecords(text, detectDelimiter(text)),
  answerQuestion: (db, question) => answerQuestion(db, gates, book, question),
});
