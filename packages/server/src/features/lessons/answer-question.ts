import type { GivenAnswer } from "@checkride/api/given-answers";
import type { Answer } from "@checkride/rules/answer";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { Asked } from "./asked.ts";
import type { LessonDeps } from "./deps.ts";
import { answerView, type Marked, markGiven } from "./marking.ts";
import { limitRuns, runLearnerCode } from "./run-learner-code.ts";
import { type AnswerRow, keepAnswer } from "./store.ts";

/** A question, asked of one person in one place. */
export type Question = {
  readonly asked: Asked;
  readonly person: string;
  readonly place: string;
  readonly seed: string;
};

/** What an answer earns. Right and wrong take the same way, and nothing is kept of what is no answer. */
export const markQuestion = async (
  deps: LessonDeps,
  db: Database,
  { asked, person, seed }: Question,
  answer: Answer,
  now: Date,
): Promise<Result<Marked, Refusal>> => {
  if (asked.exercise.kind !== "run" || answer.kind !== "run") {
    return markGiven(asked, answer, seed, null);
  }
  const limited = await limitRuns(deps, db, person, now);
  if (!limited.ok) return limited;
  const run = await runLearnerCode(deps, asked.exercise, answer.code, person);
  return run.ok ? markGiven(asked, answer, seed, run.value) : run;
};

export const keepMarked = (
  tx: Database,
  { asked, person, place }: Question,
  answer: Answer,
  { marking, run }: Marked,
  now: Date,
): Promise<readonly AnswerRow[]> =>
  keepAnswer(tx, {
    person,
    place,
    exercise: asked.exercise.id,
    exerciseVersion: asked.version,
    answer,
    run: run && { run, marking },
    right: marking.right,
    share: marking.share,
    now,
  });

/** The one to this question among all that are kept of a place. */
export const answerIn = (answers: readonly AnswerRow[], { asked, seed }: Question): GivenAnswer => {
  const row = answers.find(({ exercise }) => exercise === asked.exercise.id);
  if (!row) throw new Error("an answer was not kept");
  return answerView(asked, row, seed);
};

/** For what has a single question and no progress of its own, as a case has. */
export const answerAlone = async (
  deps: LessonDeps,
  db: Database,
  question: Question,
  answer: Answer,
  now: Date,
): Promise<Result<GivenAnswer, Refusal>> => {
  const marked = await markQuestion(deps, db, question, answer, now);
  if (!marked.ok) return marked;
  return ok(answerIn(await keepMarked(db, question, answer, marked.value, now), question));
};
