import type { Item } from "@checkride/rules/item";
import { byRecall } from "@checkride/rules/refresher-rating";
import { inSeededOrder } from "@checkride/rules/seeded-random";
import type { Bank } from "../../platform/bank.ts";
import type { RefresherDeps } from "./deps.ts";
import { recallOf } from "./schedule.ts";
import type { DoneActivity, StoredCard } from "./store.ts";

/** A topic that is to be asked about now. */
export type DueCard = {
  readonly topic: string;
  /** Null: it comes for the first time. */
  readonly card: StoredCard | null;
  readonly turn: number;
  readonly dueAt: Date;
  readonly recall: number | null;
  readonly item: Item;
};

const dayMs = 86_400_000;
/** After a lesson, before its topics come for the first time. */
const firstAfterMs = 2 * dayMs;
/** What was never asked before comes in small portions. */
const newADay = 3;
/** Nobody is asked beyond what applying needs because they read a lesson. */
const levelMax = 2;

const formOf = (bank: Bank, topic: string, card: StoredCard | null): Item | undefined => {
  const forms = [...bank.items.values()].filter((item) => item.topic.id === topic);
  const others = forms.filter(({ id }) => id !== card?.lastItem);
  const seed = `${topic} ${card?.reps ?? 0}`;
  return inSeededOrder(others.length > 0 ? others : forms, ({ id }) => id, seed)[0];
};

const comesBack = (bank: Bank, card: StoredCard, now: Date): readonly DueCard[] => {
  const item = formOf(bank, card.topic, card);
  if (!item || card.dueAt > now) return [];
  const { topic, reps, dueAt } = card;
  return [{ topic, card, turn: reps, dueAt, recall: recallOf(card, now), item }];
};

/** Topics of lessons that were done, which were never asked about. */
const comesFirst = (
  deps: RefresherDeps,
  cards: readonly StoredCard[],
  done: readonly DoneActivity[],
  now: Date,
): readonly DueCard[] => {
  const bank = deps.bank();
  const since = new Map<string, Date>();
  for (const { activity, at, passed } of done) {
    const [kind, lesson = ""] = activity.split("/");
    for (const competency of (kind === "lesson" && deps.taught().get(lesson)) || []) {
      const known = since.get(competency);
      if (passed && (!known || at < known)) since.set(competency, at);
    }
  }
  const isKnown = new Set(cards.map(({ topic }) => topic));
  const topics = new Map<string, Date>();
  for (const { topic, competency, level } of bank.items.values()) {
    const at = since.get(competency);
    if (at && level <= levelMax && !isKnown.has(topic.id)) topics.set(topic.id, at);
  }
  const begunToday = cards.filter(
    ({ reps, reviewedAt }) => reps === 1 && now.getTime() - reviewedAt.getTime() < dayMs,
  );
  return [...topics]
    .flatMap(([topic, at]): DueCard[] => {
      const dueAt = new Date(at.getTime() + firstAfterMs);
      const item = formOf(bank, topic, null);
      return item && dueAt <= now
        ? [{ topic, card: null, turn: 0, dueAt, recall: null, item }]
        : [];
    })
    .slice(0, Math.max(0, newADay - begunToday.length));
};

/** Everything that is due, the least likely to be remembered first. */
export const dueCards = (
  deps: RefresherDeps,
  cards: readonly StoredCard[],
  done: readonly DoneActivity[],
  now: Date,
): readonly DueCard[] =>
  [
    ...cards.flatMap((card) => comesBack(deps.bank(), card, now)),
    ...comesFirst(deps, cards, done, now),
  ].toSorted((a, b) =>
    byRecall(
      { recall: a.recall, dueAt: a.dueAt.getTime() },
      { recall: b.recall, dueAt: b.dueAt.getTime() },
    ),
  );

/** How the question of this turn is shown to this person. */
export const cardSeed = (personId: string, { topic, turn }: DueCard): string =>
  `${personId} ${topic} ${turn}`;
