import type { AnswerBook } from "./features/gates/answer-book.ts";
import { answerQuestion } from "./features/gates/answer-question.ts";
import type { GateDeps } from "./features/gates/deps.ts";
import type { GithubDeps } from "./features/github-apps/deps.ts";
import { enqueue } from "./platform/jobs/enqueue.ts";
import type { Parts } from "./wiring.ts";

/** GitHub asks on the one way to a decision; nobody of ours is its actor. */
export const wireGithub = (
  { vault, address }: Pick<Parts, "vault" | "address">,
  gates: GateDeps,
  book: AnswerBook,
): GithubDeps => ({
  vault,
  origin: address.url,
  enqueue,
  fetch: globalThis.fetch,
  knowsGate: async (db, gate) => {
    const inForce = await gates.policyInForce(db);
    return inForce !== null && Object.hasOwn(inForce.policy.gates, gate);
  },
  askGate: (db, ask) =>
    answerQuestion(db, gates, book, { ...ask, actor: null, origin: address.url }),
});
