import type { CadenceStep, RefresherCard, Refreshers } from "@checkride/api/refreshers";
import type { Catalogue } from "@checkride/curriculum-reader/catalogue";
import { cadenceOf, type TrackFact } from "@checkride/rules/cadence";
import { showExercise } from "@checkride/rules/show-exercise";
import { type Bank, titleOf } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import type { RefresherDeps } from "./deps.ts";
import { cardSeed, type DueCard, dueCards, readHistory } from "./due-cards.ts";
import { recallOf } from "./schedule.ts";
import { type DoneActivity, readCards, type StoredCard } from "./store.ts";

const atOnce = 5;
const secondsEach = 24;
const shortMinutes = 5;

const cardView = (bank: Bank, personId: string, due: DueCard): RefresherCard => ({
  card: due.topic,
  turn: due.turn,
  competency: { id: due.item.competency, title: titleOf(bank, due.item.competency) },
  dueAt: due.dueAt.toISOString(),
  first: due.card === null,
  exercise: showExercise(due.item.exercise, cardSeed(personId, due)),
});

const suffixes = { refresher: "-refresher", "five-minutes": "-month-2" } as const;

const factsOf = (catalogue: Catalogue, done: readonly DoneActivity[]): readonly TrackFact[] =>
  [...catalogue.tracks.keys()].flatMap((track) => {
    const about = (quiz: string, kind: TrackFact["kind"]): readonly TrackFact[] =>
      done
        .filter(({ activity }) => activity === `quiz/${quiz}`)
        .map(({ at, passed }) => ({ track, kind, at: at.getTime(), passed }));
    return [
      ...about(track, "track"),
      ...about(`${track}${suffixes.refresher}`, "refresher"),
      ...about(`${track}${suffixes["five-minutes"]}`, "five-minutes"),
    ];
  });

const cadenceView = (
  catalogue: Catalogue,
  done: readonly DoneActivity[],
  now: Date,
): CadenceStep[] =>
  cadenceOf(factsOf(catalogue, done)).flatMap(({ kind, track, dueFrom }) => {
    const quiz = `${track}${suffixes[kind]}`;
    const known = catalogue.activities.get(`quiz/${quiz}`);
    const minutes = kind === "refresher" ? known?.minutes : shortMinutes;
    if (minutes === undefined) return [];
    const title = known?.title ?? `${catalogue.tracks.get(track)?.title ?? track}: five minutes`;
    const due = dueFrom <= now.getTime();
    return [{ kind, track, title, quiz, minutes, dueFrom: new Date(dueFrom).toISOString(), due }];
  });

const weakSpotsMax = 5;

/** The mean estimate by competency, the weakest first. */
const recallByCompetency = (cards: readonly StoredCard[], now: Date) => {
  const sums = new Map<string, { cards: number; recall: number }>();
  for (const card of cards) {
    const sum = sums.get(card.competency) ?? { cards: 0, recall: 0 };
    sum.cards += 1;
    sum.recall += recallOf(card, now);
    sums.set(card.competency, sum);
  }
  return [...sums]
    .map(([competency, sum]) => ({
      competency,
      cards: sum.cards,
      recall: Math.round((sum.recall / sum.cards) * 100) / 100,
    }))
    .toSorted((a, b) => a.recall - b.recall || (a.competency < b.competency ? -1 : 1));
};

export const showRefreshers = async (
  db: Database,
  deps: RefresherDeps,
  personId: string,
  now: Date,
): Promise<Refreshers> => {
  const bank = deps.bank();
  const history = await readHistory(db, personId);
  const { cards, done } = history;
  const due = dueCards(deps, history, now);
  const shown = due.slice(0, atOnce);
  const later = cards.find(({ dueAt }) => dueAt > now);
  return {
    cards: shown.map((card) => cardView(bank, personId, card)),
    due: due.length,
    minutes: Math.ceil((shown.length * secondsEach) / 60),
    nextAt: later?.dueAt.toISOString() ?? null,
    cadence: cadenceView(deps.catalogue(), done, now),
    weakSpots: recallByCompetency(cards, now)
      .slice(0, weakSpotsMax)
      .map((spot) => ({ ...spot, title: titleOf(bank, spot.competency) })),
  };
};

/** By competency, for whoever looks at the whole person. */
export const recallOfPerson = async (
  db: Database,
  personId: string,
  now: Date,
): Promise<ReadonlyMap<string, number>> => {
  const cards = await readCards(db, personId);
  return new Map(
    recallByCompetency(cards, now).map(({ competency, recall }) => [competency, recall]),
  );
};
