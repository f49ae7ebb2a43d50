import type { Answer as ApiAnswer } from "@checkride/api/client";
import type { Answer } from "@checkride/rules/answer";
import { markAnswer } from "@checkride/rules/mark-answer";
import { ratingOf } from "@checkride/rules/refresher-rating";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { RefresherDeps } from "./deps.ts";
import { cardSeed, type DueCard, dueCards, readHistory } from "./due-cards.ts";
import { afterReview } from "./schedule.ts";
import { addCard, logReviews, turnCard } from "./store.ts";

export type CardAsk = {
  readonly personId: string;
  readonly topic: string;
  readonly turn: number;
  readonly answer: Answer;
  readonly seconds: number;
  readonly now: Date;
};

const notDue = () =>
  refuse("already-answered", "This question is not due: it was answered, or comes back later.", {
    wayOut: "Load the questions that are due again.",
  });

/** Kept before anything of the key is said; of two answers to the same turn one finds it turned. */
export const answerCard = async (
  db: Database,
  deps: RefresherDeps,
  ask: CardAsk,
): Promise<Result<ApiAnswer<"POST /api/refreshers/{card}/answers">, Refusal>> => {
  const { personId, topic, now } = ask;
  const history = await readHistory(db, personId);
  const due = dueCards(deps, history, now);
  const card = due.find((one) => one.topic === topic);
  if (!card) return history.cards.some((one) => one.topic === topic) ? notDue() : noSuchCard();
  if (card.turn !== ask.turn) return notDue();
  const { item } = card;
  const marked = markAnswer(item.exercise, cardSeed(personId, card), ask.answer);
  if (!marked.ok) {
    return refuse("answer-not-fitting", marked.error.says, {
      wayOut: "Nothing was kept. Answer what is shown.",
    });
  }
  const nextAt = await keep(db, card, ask, marked.value.right);
  if (!nextAt) return notDue();
  return ok({
    marking: { ...marked.value },
    topic: item.topic.title,
    sources: item.sources.map(({ title, url }) => ({ title, url })),
    nextAt: nextAt.toISOString(),
    due: due.length - 1,
  });
};

const noSuchCard = () => refuse("not-found", "There is nothing here under this address.");

const keep = async (
  db: Database,
  due: DueCard,
  { personId, seconds, now }: CardAsk,
  right: boolean,
): Promise<Date | null> => {
  const { topic, card, turn, item } = due;
  const rating = ratingOf({ right, seconds, missedLast: card?.missedLast ?? false });
  const after = afterReview(card, rating, now);
  const { competency, id, version } = item;
  const next = { ...after, topic, competency, lastItem: id, missedLast: !right };
  const isKept = card
    ? await turnCard(db, personId, next, turn)
    : await addCard(db, personId, next);
  if (!isKept) return null;
  await logReviews(db, personId, [{ topic, item: id, version, rating, seconds, after }]);
  return after.dueAt;
};
