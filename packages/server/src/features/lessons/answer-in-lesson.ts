import type { GivenAnswer } from "@checkride/api/given-answers";
import type { LessonProgress } from "@checkride/api/lessons";
import type { Answer } from "@checkride/rules/answer";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { markQuestion, newAnswer } from "./answer-question.ts";
import { markOf } from "./asked.ts";
import type { LessonDeps } from "./deps.ts";
import { finishLesson } from "./finish-lesson.ts";
import { answerView } from "./marking.ts";
import { type MyLesson, progressView, wholeOf } from "./my-lesson.ts";
import { placeOfLesson } from "./show-lesson.ts";
import {
  type AnswerRow,
  keepAnswer,
  type NewAnswer,
  type ProgressMark,
  type ProgressRow,
} from "./store.ts";
import type { Who } from "./who.ts";

type Given = { readonly exercise: string; readonly answer: Answer };
type Answered = { readonly answer: GivenAnswer; readonly progress: LessonProgress };

/** Marked before the transaction begins: running somebody's code may take seconds. */
export const answerInLesson = async (
  context: RequestContext,
  deps: LessonDeps,
  mine: MyLesson,
  { exercise, answer }: Given,
): Promise<Result<Answered, Refusal>> => {
  const { db, now } = context;
  const asked = mine.questions.get(exercise);
  if (!asked) {
    return refuse("not-found", "This lesson does not ask that.", {
      wayOut: "Its text may have changed meanwhile: load the lesson again.",
    });
  }
  const who = { person: actorOf(context).personId, now };
  const place = placeOfLesson(mine.page.lesson.id);
  const question = { asked, person: who.person, place, seed: mine.seed };
  const marked = await markQuestion(deps, db, question, answer, now);
  if (!marked.ok) return marked;
  const given = newAnswer(question, answer, marked.value, now);
  const mark = { ...who, ...nothingElse, lesson: mine.page.lesson.id, answered: [markOf(asked)] };
  const { row, progress } = await keep(db, deps, who, mine, mark, given);
  return ok({
    answer: answerView(asked, row, mine.seed),
    progress: progressView(mine, progress),
  });
};

const nothingElse = { seen: [], at: null, visibleSeconds: 0, activeSeconds: 0 };

type Kept = { readonly row: AnswerRow; readonly progress: ProgressRow };

/** Most answers begin nothing and finish nothing; only for the others there is evidence to append. */
const keep = async (
  db: Database,
  deps: LessonDeps,
  who: Who,
  mine: MyLesson,
  mark: ProgressMark,
  given: NewAnswer,
): Promise<Kept> => {
  const { lesson, answered } = mark;
  const [asked = ""] = answered;
  const quick = await deps.answerQuickly({ lesson, mark: asked, given, whole: wholeOf(mine) });
  if (quick) return { row: quick, progress: quick };
  return db.transaction().execute(async (tx) => {
    const write = () => keepAnswer(tx, given);
    const { progress, written } = await finishLesson(tx, who, mine, mark, write);
    return { row: written, progress };
  });
};
