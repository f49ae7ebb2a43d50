import type { Catalogue, Track } from "@checkride/curriculum-reader/catalogue";
import type { Item } from "@checkride/rules/item";
import { expectedOf, mayBeAsked, shareOut, weightsOf } from "@checkride/rules/quiz-counts";
import type { Bank } from "../../platform/bank.ts";

export type Quiz = {
  readonly id: string;
  readonly kind: "track" | "refresher" | "five-minutes";
  readonly track: string;
  readonly title: string;
  readonly minutes: number;
  readonly questions: number;
  /** How many of each competency, and of which items; too few of them: it cannot be drawn. */
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly Item[];
  readonly isReady: boolean;
};

/** One a minute. */
const questionsIn = (minutes: number): number => Math.min(20, Math.max(5, minutes));
const shortMinutes = 5;

export const activityOf = (quiz: string): string => `quiz/${quiz}`;

/** Month 2 of the cadence: five minutes on month 1. */
export const shortQuizOf = (track: string): string => `${track}-month-2`;

type Named = Pick<Quiz, "id" | "kind" | "title" | "minutes">;

const namedQuizzes = ({ id, title }: Track, { activities }: Catalogue): readonly Named[] => {
  const known = (quiz: string, kind: Quiz["kind"]): readonly Named[] => {
    const activity = activities.get(activityOf(quiz));
    return activity ? [{ id: quiz, kind, title: activity.title, minutes: activity.minutes }] : [];
  };
  const found = [...known(id, "track"), ...known(`${id}-refresher`, "refresher")];
  if (found.length === 0) return [];
  const short = { id: shortQuizOf(id), title: `${title}: five minutes`, minutes: shortMinutes };
  return [...found, { ...short, kind: "five-minutes" }];
};

const availableIn = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const available = new Map<string, number>();
  for (const { competency } of items) {
    available.set(competency, (available.get(competency) ?? 0) + 1);
  }
  return available;
};

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Its author says what is drawn. */
const asWritten = (named: Named, track: Track, bank: Bank, counts: Quiz["counts"]): Quiz => {
  const expected = expectedOf(bank.competencies, [track.id]);
  const all = [...bank.items.values()].filter(({ competency }) =>
    Object.hasOwn(counts, competency),
  );
  const fitting = new Set(mayBeAsked(all, expected, sumOf(counts)));
  const items = all.filter((item) => (expected[item.competency] ?? 0) === 0 || fitting.has(item));
  const available = availableIn(items);
  const isReady = Object.entries(counts).every(
    ([competency, count]) => (available.get(competency) ?? 0) >= count,
  );
  return { ...named, track: track.id, questions: sumOf(counts), counts, items, isReady };
};

const quizOf = (named: Named, track: Track, bank: Bank): Quiz => {
  const written = named.kind === "track" ? bank.draws.get(track.id) : undefined;
  if (written) return asWritten(named, track, bank, written);
  const expected = expectedOf(bank.competencies, [track.id]);
  const before = expectedOf(bank.competencies, track.needs.all);
  const weights = named.kind === "refresher" ? expected : weightsOf(expected, before);
  const questions = questionsIn(named.minutes);
  const items = mayBeAsked([...bank.items.values()], expected, questions);
  const counts = shareOut(weights, availableIn(items), questions);
  const isReady = sumOf(counts) === questions;
  return { ...named, track: track.id, questions, counts, items, isReady };
};

type Book = ReadonlyMap<string, Quiz>;

/** Every quiz there is, worked out once for a bank and a catalogue. */
export const makeQuizBook = (deps: {
  readonly bank: () => Bank;
  readonly catalogue: () => Catalogue;
}): (() => Book) => {
  let known: { readonly bank: Bank; readonly catalogue: Catalogue; readonly book: Book } | null =
    null;
  return () => {
    const [bank, catalogue] = [deps.bank(), deps.catalogue()];
    if (known?.bank === bank && known.catalogue === catalogue) return known.book;
    const quizzes = [...catalogue.tracks.values()].flatMap((track) =>
      namedQuizzes(track, catalogue).map((named) => quizOf(named, track, bank)),
    );
    const book = new Map(quizzes.map((quiz) => [quiz.id, quiz]));
    known = { bank, catalogue, book };
    return book;
  };
};
