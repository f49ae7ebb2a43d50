import type { RefresherRating } from "@checkride/rules/refresher-rating";
import { type Card, createEmptyCard, fsrs, generatorParameters, Rating, State } from "ts-fsrs";

/** What is remembered of a topic, as far as a model can say. */
export type Memory = {
  readonly stability: number;
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly reviewedAt: Date;
  readonly dueAt: Date;
};

/**
 * With these a question that is always right comes back after 3, 7, 20 and then every 30 days: the programme
 * asks for about 2, 7, 21 and 60, and nothing may be away for longer than a month. Steps of minutes are for
 * flash cards and are off. The longest interval of the model itself is passed by a day or two, so the due date
 * is cut off here.
 */
const daysMax = 30;
const dayMs = 86_400_000;
const model = fsrs(
  generatorParameters({
    request_retention: 0.94,
    maximum_interval: daysMax,
    enable_short_term: false,
    enable_fuzz: false,
  }),
);

const grades = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;

const cardOf = ({ stability, difficulty, reps, lapses, reviewedAt, dueAt }: Memory): Card => ({
  ...createEmptyCard(reviewedAt),
  due: dueAt,
  stability,
  difficulty,
  reps,
  lapses,
  state: State.Review,
  last_review: reviewedAt,
});

export const afterReview = (memory: Memory | null, rating: RefresherRating, now: Date): Memory => {
  const before = memory ? cardOf(memory) : createEmptyCard(now);
  // A clock that was set back must not make time run backwards for the model.
  const at = memory && memory.reviewedAt > now ? memory.reviewedAt : now;
  const { card } = model.next(before, at, grades[rating]);
  const latest = at.getTime() + daysMax * dayMs;
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    reviewedAt: at,
    dueAt: new Date(Math.min(card.due.getTime(), latest)),
  };
};

/** Estimated chance that it would be remembered now, 0 to 1: with weights of other people, so an estimate. */
export const recallOf = (memory: Memory, now: Date): number =>
  model.get_retrievability(
    cardOf(memory),
    now < memory.reviewedAt ? memory.reviewedAt : now,
    false,
  );
