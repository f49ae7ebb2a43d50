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

export type Kept = { readonly answer: GivenAnswer; readonly all: readonly AnswerRow[] };

export const keepMarked = async (
  tx: Database,
  { asked, person, place, seed }: Question,
  answer: Answer,
  marked: Marked,
  now: Date,
): Promise<Kept> => {
  const { marking, run } = marked;
  const all = await keepAnswer(tx, {
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
  const row = all.find(({ exercise }) => exercise === asked.exercise.id);
  if (!row) throw new Error("an answer was not kept");
  return { answer: answerView(asked, row, seed), all };
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
  const kept = await db
    .transaction()
    .execute((tx) => keepMarked(tx, question, answer, marked.value, now));
  return ok(kept.answer);
};
