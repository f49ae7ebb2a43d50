import type { ClearanceDeps } from "./features/clearances/deps.ts";
import type { AnswerBook } from "./features/gates/answer-book.ts";
import { answerQuestion } from "./features/gates/answer-question.ts";
import type { GateDeps } from "./features/gates/deps.ts";

/** A clearance is a decision that is signed: it is asked for on the one way to a decision. */
export const wireClearances = (
  issuer: ClearanceDeps["issuer"],
  gates: GateDeps,
  book: AnswerBook,
): ClearanceDeps => ({
  issuer,
  decide: (db, question) => answerQuestion(db, gates, book, question),
});
