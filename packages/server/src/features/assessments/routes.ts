import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { baselineCard, beginBaseline, showBaseline } from "./baseline.ts";
import { baselineRules } from "./baseline-rules.ts";
import type { AssessmentDeps } from "./deps.ts";
import { writtenRoutes } from "./written-routes.ts";

const notThere = () => refuse("not-found", "There is nothing here under this address.");

export const assessmentRoutes = (deps: AssessmentDeps): readonly Route[] => [
  ...writtenRoutes(deps),
  route("GET /api/assessments/baseline", async (context) =>
    ok(await baselineCard(context.db, deps, actorOf(context).personId, context.now)),
  ),
  route("POST /api/assessments/baseline/tries", async (context) => {
    const { personId } = actorOf(context);
    const begun = await beginBaseline(context.db, deps, personId, context.now);
    return begun.ok ? ok(await showBaseline(context.db, deps, begun.value)) : begun;
  }),
  route("GET /api/assessment-tries/{try}", async (context, { params }) => {
    const sitting = await deps.tries.read(context.db, actorOf(context).personId, params.try);
    if (!sitting || !baselineRules.owns(sitting.activity)) return notThere();
    return ok(await showBaseline(context.db, deps, sitting));
  }),
  route("POST /api/assessment-tries/{try}/answers", async (context, { params, body }) => {
    const { personId } = actorOf(context);
    const ask = { personId, tryId: params.try, ...body, now: context.now };
    const answered = await deps.tries.answer(context.db, baselineRules, ask);
    return answered.ok ? ok(await showBaseline(context.db, deps, answered.value)) : answered;
  }),
];
