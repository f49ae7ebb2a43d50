import { ok } from "@checkride/rules/result";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { answerCard } from "./answer-card.ts";
import type { RefresherDeps } from "./deps.ts";
import { showRefreshers } from "./show-refreshers.ts";

export const refresherRoutes = (deps: RefresherDeps): readonly Route[] => [
  route("GET /api/refreshers", async (context) =>
    ok(await showRefreshers(context.db, deps, actorOf(context).personId, context.now)),
  ),
  route("POST /api/refreshers/{card}/answers", (context, { params, body }) => {
    const { turn, answer, seconds } = body;
    const { personId } = actorOf(context);
    const ask = { personId, topic: params.card, turn, answer, seconds, now: context.now };
    return answerCard(context.db, deps, ask);
  }),
];
