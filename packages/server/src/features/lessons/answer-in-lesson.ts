import type { GivenAnswer } from "@checkride/api/given-answers";
import type { LessonProgress } from "@checkride/api/lessons";
import type { Answer } from "@checkride/rules/answer";
import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { answerIn, keepMarked, markQuestion } from "./answer-question.ts";
import type { LessonDeps } from "./deps.ts";
import { keepDone } from "./keep-progress.ts";
import type { MyLesson } from "./my-lesson.ts";
import { placeOfLesson } from "./show-lesson.ts";

type Given = { readonly exercise: string; readonly answer: Answer };
type Answered = { readonly answer: GivenAnswer; readonly progress: LessonProgress };

const nothingNew = { seen: [], at: null, visibleSeconds: 0, activeSeconds: 0 };

/** Marked before the transaction begins: running somebody's code may take seconds. */
export const answerInLesson = async (
  { db, now, ...context }: RequestContext,
  deps: LessonDeps,
  mine: MyLesson,
  { exercise, answer }: Given,
): Promise<Result<Answered, Refusal>> => {
  const asked = mine.questions.get(exercise);
  if (!asked) {
    return refuse("not-found", "This lesson does not ask that.", {
      wayOut: "Its text may have changed meanwhile: load the lesson again.",
    });
  }
  const who = { person: actorOf({ db, now, ...context }).personId, now };
  const place = placeOfLesson(mine.page.lesson.id);
  const question = { asked, person: who.person, place, seed: mine.seed };
  const marked = await markQuestion(deps, db, question, answer, now);
  if (!marked.ok) return marked;
  return db.transaction().execute(async (tx) => {
    const keep = () => keepMarked(tx, question, answer, marked.value, now);
    const { progress, answers } = await keepDone(tx, who, mine, nothingNew, keep);
    return ok({ answer: answerIn(answers, question), progress });
  });
};
