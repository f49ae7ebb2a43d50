import { ok } from "@checkride/rules/result";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { AnswerBook } from "./answer-book.ts";
import { answerQuestion } from "./answer-question.ts";
import { askOpening } from "./ask-opening.ts";
import { approveOpening, endOpening } from "./close-opening.ts";
import { makeGateCounts } from "./count-gates.ts";
import type { GateDeps } from "./deps.ts";
import { listDecisions } from "./list-decisions.ts";
import { listGatePeople } from "./list-gate-people.ts";
import { listGates } from "./list-gates.ts";
import { listOpenings } from "./list-openings.ts";

export const gateRoutes = (deps: GateDeps, book: AnswerBook): readonly Route[] => {
  const countGates = makeGateCounts(deps);
  return [
    route("GET /api/gates", async ({ db, now }) => ok(await listGates(db, deps, countGates, now))),
    route("POST /api/gates/{gate}/decisions", (context, { params, body }) => {
      const { db, now, origin } = context;
      const actor = actorOf(context).personId;
      const authors = body.change?.authors ?? [];
      const question = { gate: params.gate, subject: body.subject, authors, actor, origin, now };
      return answerQuestion(db, deps, book, question);
    }),
    route("GET /api/gates/{gate}/decisions", ({ db }, { params, query }) =>
      listDecisions(db, { ...params, ...query }),
    ),
    route("GET /api/gates/{gate}/people", ({ db, now }, { params, query }) =>
      listGatePeople(db, deps, { ...params, ...query, now }),
    ),
    route("GET /api/gate-openings", (context, { query }) => listOpenings(context, query)),
    route("POST /api/gates/{gate}/openings", (context, { params, body }) =>
      askOpening(context, deps, { ...params, ...body }),
    ),
    route("POST /api/gates/{gate}/openings/{opening}/approval", (context, { params }) =>
      approveOpening(context, deps, params),
    ),
    route("POST /api/gates/{gate}/openings/{opening}/end", (context, { params }) =>
      endOpening(context, deps, params),
    ),
  ];
};
