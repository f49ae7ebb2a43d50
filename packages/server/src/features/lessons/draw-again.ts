import type { LessonProgress } from "@checkride/api/lessons";
import { ok, type Result } from "@checkride/rules/result";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import type { LessonDeps } from "./deps.ts";
import { drawQuestions } from "./draw-questions.ts";
import { shown } from "./marking.ts";
import { type MyLesson, myLesson, progressView, standingAnswers } from "./my-lesson.ts";
import { placeOfLesson } from "./show-lesson.ts";
import { keepDraw, lockProgress, readAnswers } from "./store.ts";

type Drawn = { readonly exercises: ShownExercise[]; readonly progress: LessonProgress };

/** Only once the last ones are answered: the bank is not there to be leafed through. */
export const drawAgain = async (
  context: RequestContext,
  deps: LessonDeps,
  mine: MyLesson,
): Promise<Result<Drawn, Refusal>> => {
  const { db, now } = context;
  const { lesson, draws } = mine.page;
  const who = { person: actorOf(context).personId, now };
  if (draws.length === 0) return refuse("not-found", "This lesson draws no questions.");
  const row = await lockProgress(db, who.person, lesson.id);
  const answers = await readAnswers(db, who.person, placeOfLesson(lesson.id));
  const lastTry = new Set(mine.drawn.flat().map(({ exercise }) => exercise.id));
  const given = standingAnswers(mine, answers).filter(({ exercise }) => lastTry.has(exercise));
  if (given.length < lastTry.size) {
    const open = lastTry.size - given.length;
    return refuse("conflict", `${open} of the questions drawn before are not answered yet.`, {
      wayOut: "Answer them first; then other ones can be drawn.",
    });
  }
  const seen = new Set(answers.map(({ exercise }) => exercise));
  const draw = (row?.draw ?? 0) + 1;
  const order = { seed: mine.seed, draw, lastTry, seen };
  const drawn = drawQuestions(deps.content(), lesson, order);
  await keepDraw(db, { person: who.person, lesson: lesson.id }, draw, drawn);
  const next = myLesson(deps.content(), mine.page, mine.seed, drawn);
  const exercises = next.drawn.flat().map((asked) => shown(asked, mine.seed));
  return ok({ exercises, progress: progressView(next, row) });
};
