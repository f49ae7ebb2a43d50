import type { GivenAnswer } from "@checkride/api/given-answers";
import type { Answer } from "@checkride/rules/answer";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { Asked } from "./asked.ts";
import type { LessonDeps } from "./deps.ts";
import { answerView, type Marked, markGiven } from "./marking.ts";
import { limitRuns, runLearnerCode } from "./run-learner-code.ts";
import { keepAnswer, type NewAnswer } from "./store.ts";

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

/** As it is written down. */
export const newAnswer = (
  { asked, person, place }: Question,
  answer: Answer,
  { marking, run }: Marked,
  now: Date,
): NewAnswer => ({
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
  const row = await keepAnswer(db, newAnswer(question, answer, marked.value, now));
  return ok(answerView(question.asked, row, question.seed));
};
