import type { AssessmentCard, AssessmentTry } from "@checkride/api/assessments";
import { baselineCompetencies, itemsEach, itemsMax } from "@checkride/rules/baseline";
import { drawItems } from "@checkride/rules/draw-items";
import type { CompetencyLevel, Item } from "@checkride/rules/item";
import { expectedOf } from "@checkride/rules/quiz-counts";
import { ok, type Result } from "@checkride/rules/result";
import type { Bank } from "../../platform/bank.ts";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import type { Sitting } from "../../platform/tries.ts";
import { baselineResult } from "./baseline-result.ts";
import { againFrom, baseline, baselineRules } from "./baseline-rules.ts";
import type { AssessmentDeps } from "./deps.ts";

const title = "Baseline assessment";
const minutes = 25;
const finishedMax = 20;

type Expected = Readonly<Record<string, CompetencyLevel>>;

const expectedFor = async (
  db: Database,
  deps: AssessmentDeps,
  personId: string,
): Promise<Expected> => expectedOf(deps.bank().competencies, await deps.tracksOf(db, personId));

/** A competency is asked about when the bank has a question of each level for it. */
const countsFor = (bank: Bank, expected: Expected): Readonly<Record<string, number>> => {
  const items = [...bank.items.values()];
  const levelsIn = (competency: string): number =>
    new Set(items.filter((item) => item.competency === competency).map(({ level }) => level)).size;
  const chosen = baselineCompetencies(expected).filter((one) => levelsIn(one) === itemsEach);
  return Object.fromEntries(chosen.map((competency) => [competency, itemsEach]));
};

const bankTooSmall = () =>
  refuse("bank-too-small", "The bank has too few questions for the assessment.", {
    wayOut: "Tell an owner: the questions or their faults show under content health.",
  });

const draw = (
  bank: Bank,
  counts: Readonly<Record<string, number>>,
  history: {
    readonly seed: string;
    readonly lastTry: ReadonlySet<string>;
    readonly seen: ReadonlySet<string>;
  },
): Result<readonly Item[], Refusal> => {
  const drawn = drawItems([...bank.items.values()], { ...history, counts, newSince: null });
  return drawn.length === 0 ? bankTooSmall() : ok(drawn);
};

export const beginBaseline = async (
  db: Database,
  deps: AssessmentDeps,
  personId: string,
  now: Date,
): Promise<Result<Sitting, Refusal>> =>
  deps.tries.begin(db, {
    personId,
    activity: baseline,
    now,
    againFrom,
    draw: async (history) => {
      const bank = deps.bank();
      return draw(bank, countsFor(bank, await expectedFor(db, deps, personId)), history);
    },
  });

/** The finished one before this. */
const before = async (
  db: Database,
  deps: AssessmentDeps,
  { personId, number }: Sitting,
): Promise<Sitting | null> => {
  const ended = await deps.tries.readEnded(db, personId, [baseline], finishedMax);
  return ended.find((other) => other.number < number) ?? null;
};

const resultFor = async (db: Database, deps: AssessmentDeps, sitting: Sitting) => {
  const from = againFrom(sitting);
  if (!from) return null;
  return baselineResult(sitting, {
    bank: deps.bank(),
    before: await before(db, deps, sitting),
    expected: await expectedFor(db, deps, sitting.personId),
    againFrom: from,
  });
};

export const showBaseline = async (
  db: Database,
  deps: AssessmentDeps,
  sitting: Sitting,
): Promise<AssessmentTry> => {
  const { endedAt, given } = sitting;
  const places = endedAt ? given.map(({ place }) => place) : [];
  const next = endedAt ? null : baselineRules.next(sitting);
  return {
    id: sitting.id,
    title,
    number: sitting.number,
    startedAt: sitting.startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answered: given.length,
    of: sitting.drawn.length,
    next: await deps.tries.showNext(db, sitting, next),
    items: await deps.tries.showAnswered(db, sitting, places),
    result: await resultFor(db, deps, sitting),
  };
};

export const baselineCard = async (
  db: Database,
  deps: AssessmentDeps,
  personId: string,
  now: Date,
): Promise<AssessmentCard> => {
  const [open] = await deps.tries.readOpen(db, personId, [baseline]);
  const ended = await deps.tries.readEnded(db, personId, [baseline], finishedMax);
  const counts = countsFor(deps.bank(), await expectedFor(db, deps, personId));
  const questions = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [last] = ended;
  const from = last ? againFrom(last) : null;
  return {
    title,
    minutes: Math.ceil((minutes * questions) / itemsMax),
    questionsMax: questions,
    ready: questions > 0,
    open: open
      ? {
          answered: open.given.length,
          of: open.drawn.length,
          startedAt: open.startedAt.toISOString(),
        }
      : null,
    finished: ended.flatMap(({ id, endedAt }) =>
      endedAt ? [{ try: id, at: endedAt.toISOString() }] : [],
    ),
    nextFrom: from && from > now ? from.toISOString() : null,
  };
};
