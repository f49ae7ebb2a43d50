import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { beginQuiz } from "./begin-quiz.ts";
import type { QuizDeps } from "./deps.ts";
import { listItems } from "./list-items.ts";
import { makeQuizBook } from "./quiz-book.ts";
import { quizIdOf, quizRules } from "./quiz-rules.ts";
import { showQuizzes, showStep, showTry } from "./show-quiz.ts";

const notThere = () => refuse("not-found", "There is nothing here under this address.");

export const quizRoutes = (deps: QuizDeps): readonly Route[] => {
  const book = makeQuizBook(deps);
  const rules = quizRules(deps);
  return [
    route("GET /api/quizzes", async (context) => {
      const { personId } = actorOf(context);
      const quizzes = [...book().values()];
      return ok({
        quizzes: await showQuizzes(context.db, deps, quizzes, personId, context.now),
      });
    }),
    route("GET /api/quizzes/{quiz}", async (context, { params }) => {
      const quiz = book().get(params.quiz);
      if (!quiz) return notThere();
      const { personId } = actorOf(context);
      const [card] = await showQuizzes(context.db, deps, [quiz], personId, context.now);
      return card ? ok(card) : notThere();
    }),
    route("POST /api/quizzes/{quiz}/tries", async (context, { params }) => {
      const quiz = book().get(params.quiz);
      if (!quiz) return notThere();
      const { personId } = actorOf(context);
      const begun = await beginQuiz(context.db, deps, quiz, personId, context.now);
      return begun.ok ? ok(await showTry(context.db, deps, quiz, begun.value)) : begun;
    }),
    route("GET /api/quiz-tries/{try}", async (context, { params }) => {
      const sitting = await deps.tries.read(context.db, actorOf(context).personId, params.try);
      if (!sitting || !rules.owns(sitting.activity)) return notThere();
      return ok(await showTry(context.db, deps, book().get(quizIdOf(sitting)), sitting));
    }),
    route("POST /api/quiz-tries/{try}/answers", async (context, { params, body }) => {
      const ask = {
        personId: actorOf(context).personId,
        tryId: params.try,
        place: body.place,
        answer: body.answer,
        sure: null,
        now: context.now,
      };
      const answered = await deps.tries.answer(context.db, rules, ask);
      if (!answered.ok) return answered;
      return ok(await showStep(context.db, deps, answered.value, body.place));
    }),
    route("GET /api/items", async ({ db }) => ok(await listItems(db, deps.bank()))),
  ];
};
