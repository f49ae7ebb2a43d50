import type { Item } from "@checkride/rules/item";
import { byRecall } from "@checkride/rules/refresher-rating";
import { inSeededOrder } from "@checkride/rules/seeded-random";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { RefresherDeps } from "./deps.ts";
import { recallOf } from "./schedule.ts";
import {
  type DoneActivity,
  type LessonAnswer,
  readCards,
  readDone,
  readLessonAnswers,
  type StoredCard,
} from "./store.ts";

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

type First = { readonly topic: string; readonly dueAt: Date; readonly missed: boolean };

const dueAfter = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** Topics that a lesson asked about: what was missed comes back the next day. */
const askedInLessons = (bank: Bank, { lessons }: History): readonly First[] =>
  lessons.flatMap(({ item, right, at }) => {
    const topic = bank.items.get(item)?.topic.id;
    if (topic === undefined) return [];
    return [{ topic, dueAt: dueAfter(at, right ? firstAfterMs : dayMs), missed: !right }];
  });

/** Topics of what lessons taught that were done. */
const taughtInLessons = (deps: RefresherDeps, bank: Bank, { done }: History): readonly First[] => {
  const since = new Map<string, Date>();
  for (const { activity, at, passed } of done) {
    const [kind, lesson = ""] = activity.split("/");
    for (const competency of (kind === "lesson" && deps.taught().get(lesson)) || []) {
      const known = since.get(competency);
      if (passed && (!known || at < known)) since.set(competency, at);
    }
  }
  return [...bank.items.values()].flatMap(({ topic, competency, level }) => {
    const at = since.get(competency);
    if (!at || level > levelMax) return [];
    return [{ topic: topic.id, dueAt: dueAfter(at, firstAfterMs), missed: false }];
  });
};

/** Topics that never came back before. */
const comesFirst = (deps: RefresherDeps, history: History, now: Date): readonly DueCard[] => {
  const bank = deps.bank();
  const { cards } = history;
  const isKnown = new Set(cards.map(({ topic }) => topic));
  const topics = new Map<string, First>();
  for (const first of [...askedInLessons(bank, history), ...taughtInLessons(deps, bank, history)]) {
    if (!isKnown.has(first.topic) && !topics.has(first.topic)) topics.set(first.topic, first);
  }
  const begunToday = cards.filter(
    ({ reps, reviewedAt }) => reps === 1 && now.getTime() - reviewedAt.getTime() < dayMs,
  );
  return [...topics.values()]
    .toSorted((a, b) => Number(b.missed) - Number(a.missed))
    .flatMap(({ topic, dueAt }): DueCard[] => {
      const item = formOf(bank, topic, null);
      return item && dueAt <= now
        ? [{ topic, card: null, turn: 0, dueAt, recall: null, item }]
        : [];
    })
    .slice(0, Math.max(0, newADay - begunToday.length));
};

/** What is known of somebody: their cards, what they did, and what lessons asked them. */
export type History = {
  readonly cards: readonly StoredCard[];
  readonly done: readonly DoneActivity[];
  readonly lessons: readonly LessonAnswer[];
};

export const readHistory = async (db: Database, personId: string): Promise<History> => ({
  cards: await readCards(db, personId),
  done: await readDone(db, personId),
  lessons: await readLessonAnswers(db, personId),
});

/** Everything that is due, the least likely to be remembered first. */
export const dueCards = (deps: RefresherDeps, history: History, now: Date): readonly DueCard[] =>
  [
    ...history.cards.flatMap((card) => comesBack(deps.bank(), card, now)),
    ...comesFirst(deps, history, now),
  ].toSorted((a, b) =>
    byRecall(
      { recall: a.recall, dueAt: a.dueAt.getTime() },
      { recall: b.recall, dueAt: b.dueAt.getTime() },
    ),
  );

/** How the question of this turn is shown to this person. */
export const cardSeed = (personId: string, { topic, turn }: DueCard): string =>
  `${personId} ${topic} ${turn}`;
