import { ok, type Result } from "@checkride/rules/result";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { actorOf, type RequestContext } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { answerInLesson } from "./answer-in-lesson.ts";
import type { LessonDeps } from "./deps.ts";
import { drawAgain } from "./draw-again.ts";
import { findMyLesson } from "./find-my-lesson.ts";
import { keepReport } from "./keep-progress.ts";
import type { MyLesson } from "./my-lesson.ts";
import { showLesson } from "./show-lesson.ts";

const notThere = () => refuse("not-found", "There is no such lesson.");

const found = async (
  { db, principal }: RequestContext,
  deps: LessonDeps,
  lesson: string,
): Promise<Result<MyLesson, Refusal>> => {
  const mine = principal && (await findMyLesson(db, deps, lesson, principal.personId));
  return mine ? ok(mine) : notThere();
};

export const lessonRoutes = (deps: LessonDeps): readonly Route[] => [
  route("GET /api/lessons/{lesson}", async (context, { params }) => {
    const text = await showLesson(deps, params.lesson, actorOf(context).personId);
    if (text === null) return notThere();
    const headers = { "content-type": "application/json", "cache-control": "no-store" };
    return ok(new Response(text, { headers }));
  }),
  route("POST /api/lessons/{lesson}/answers", async (context, { params, body }) => {
    const mine = await found(context, deps, params.lesson);
    return mine.ok ? answerInLesson(context, deps, mine.value, body) : mine;
  }),
  route("POST /api/lessons/{lesson}/progress", async (context, { params, body }) => {
    const mine = await found(context, deps, params.lesson);
    if (!mine.ok) return mine;
    const who = { person: actorOf(context).personId, now: context.now };
    return ok(await keepReport(context.db, who, mine.value, { ...body, at: body.at ?? null }));
  }),
  route("POST /api/lessons/{lesson}/draws", async (context, { params }) => {
    const mine = await found(context, deps, params.lesson);
    return mine.ok ? drawAgain(context, deps, mine.value) : mine;
  }),
];
