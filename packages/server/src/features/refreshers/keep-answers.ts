import { ratingOf } from "@checkride/rules/refresher-rating";
import type { Database } from "../../platform/database.ts";
import { afterReview } from "./schedule.ts";
import { lockCards, logReviews, type StoredCard, writeCards } from "./store.ts";

export type TopicAnswer = {
  readonly topic: string;
  readonly competency: string;
  readonly item: string;
  readonly version: string;
  readonly right: boolean;
};

type Answered = {
  readonly personId: string;
  readonly answers: readonly TopicAnswer[];
  readonly now: Date;
};

/** What was asked elsewhere, in a quiz, an assessment or a lesson, comes back in its time. */
export const keepAnswers = async (
  db: Database,
  { personId, answers, now }: Answered,
): Promise<void> => {
  const byTopic = new Map(answers.map((answer) => [answer.topic, answer]));
  const topics = [...byTopic.keys()].toSorted();
  if (topics.length === 0) return;
  const known = await lockCards(db, personId, topics);
  const reviewed = [...byTopic.values()].map((answer) => {
    const before = known.find(({ topic }) => topic === answer.topic) ?? null;
    const { topic, competency, item, version, right } = answer;
    const rating = ratingOf({ right, seconds: 0, missedLast: before?.missedLast ?? false });
    const after = afterReview(before, rating, now);
    const card: StoredCard = { ...after, topic, competency, lastItem: item, missedLast: !right };
    return { card, review: { topic, item, version, rating, seconds: null, after } };
  });
  await writeCards(
    db,
    personId,
    reviewed.map(({ card }) => card),
  );
  await logReviews(
    db,
    personId,
    reviewed.map(({ review }) => review),
  );
};
