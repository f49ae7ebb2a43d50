import type { QuizCard, QuizResult, QuizTry } from "@checkride/api/quizzes";
import { passMarkFor } from "@checkride/rules/pass-mark";
import type { Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { Sitting } from "../../platform/tries.ts";
import type { QuizDeps } from "./deps.ts";
import { activityOf, type Quiz } from "./quiz-book.ts";
import { quizIdOf, quizRules } from "./quiz-rules.ts";

/** Between two tries: long enough to read the reasons, too long to try answers out. */
const pauseMs = 10 * 60_000;

export const againFrom = ({ endedAt }: Sitting): Date | null =>
  endedAt && new Date(endedAt.getTime() + pauseMs);

const resultOf = (sitting: Sitting): QuizResult | null => {
  const { score, passMark, passed, drawn, given } = sitting;
  const from = againFrom(sitting);
  if (score === null || passMark === null || passed === null || !from) return null;
  const right = given.filter((one) => one.right).length;
  return { score, right, of: drawn.length, passMark, passed, againFrom: from.toISOString() };
};

const nextOf = (deps: QuizDeps, sitting: Sitting): number | null =>
  sitting.endedAt ? null : quizRules(deps).next(sitting);

/** What one answer came to. */
export const showStep = async (
  db: Database,
  deps: QuizDeps,
  sitting: Sitting,
  answeredPlace: number,
) => {
  const [item] = await deps.tries.showAnswered(db, sitting, [answeredPlace]);
  if (!item) throw new Error(`the answer to question ${answeredPlace} was not kept`);
  const next = await deps.tries.showNext(db, sitting, nextOf(deps, sitting));
  return { item, next, result: resultOf(sitting) };
};

export const showTry = async (
  db: Database,
  deps: QuizDeps,
  quiz: Quiz | undefined,
  sitting: Sitting,
): Promise<QuizTry> => {
  const places = sitting.given.map(({ place }) => place);
  return {
    id: sitting.id,
    quiz: quizIdOf(sitting),
    title: quiz?.title ?? quizIdOf(sitting),
    number: sitting.number,
    startedAt: sitting.startedAt.toISOString(),
    endedAt: sitting.endedAt?.toISOString() ?? null,
    answered: sitting.given.length,
    of: sitting.drawn.length,
    next: await deps.tries.showNext(db, sitting, nextOf(deps, sitting)),
    items: await deps.tries.showAnswered(db, sitting, places),
    result: resultOf(sitting),
  };
};

type Mine = { readonly open: readonly Sitting[]; readonly ended: readonly Sitting[] };

const cardOf = (quiz: Quiz, mine: Mine, policy: Policy | null, now: Date): QuizCard => {
  const activity = activityOf(quiz.id);
  const open = mine.open.find((one) => one.activity === activity);
  const last = mine.ended.find((one) => one.activity === activity);
  const from = last ? againFrom(last) : null;
  const isOver = last?.endedAt && last.score !== null && last.passed !== null;
  return {
    id: quiz.id,
    kind: quiz.kind,
    track: quiz.track,
    title: quiz.title,
    minutes: quiz.minutes,
    questions: quiz.questions,
    passMark: passMarkFor(policy, activity),
    ready: quiz.isReady,
    open: open ? { answered: open.given.length, of: open.drawn.length } : null,
    last: isOver
      ? { at: last.endedAt.toISOString(), score: last.score, passed: last.passed }
      : null,
    nextFrom: from && from > now ? from.toISOString() : null,
  };
};

/** A person's newest tries; older ones of a quiz that was not tried since are not needed to show it. */
const triesMax = 60;

export const showQuizzes = async (
  db: Database,
  deps: QuizDeps,
  quizzes: readonly Quiz[],
  personId: string,
  now: Date,
): Promise<QuizCard[]> => {
  const activities = quizzes.map(({ id }) => activityOf(id));
  if (activities.length === 0) return [];
  const open = await deps.tries.readOpen(db, personId, activities);
  const ended = await deps.tries.readEnded(db, personId, activities, triesMax);
  const inForce = await deps.policyInForce(db);
  return quizzes.map((quiz) => cardOf(quiz, { open, ended }, inForce?.policy ?? null, now));
};
