import { ok } from "@checkride/rules/result";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { LabDeps } from "./deps.ts";
import { listLikenesses, showLikeness } from "./list-likenesses.ts";
import { regrade } from "./regrade.ts";
import { listReviews, reviewAttempt, showReview } from "./review-attempt.ts";

export const labOversightRoutes = (deps: LabDeps): readonly Route[] => [
  route("POST /api/lab-attempts/{attempt}/regrade", (context, { params }) =>
    regrade(context.db, deps, params.attempt, actorOf(context).personId),
  ),
  route("GET /api/lab-likenesses", async ({ db }) =>
    ok({ likenesses: await listLikenesses(db, deps) }),
  ),
  route("GET /api/lab-likenesses/{one}/{other}", ({ db }, { params }) =>
    showLikeness(db, deps, params),
  ),
  route("GET /api/lab-reviews", async (context) =>
    ok({ submissions: await listReviews(context.db, deps, actorOf(context).personId) }),
  ),
  route("GET /api/lab-reviews/{attempt}", (context, { params }) =>
    showReview(context.db, deps, params.attempt, actorOf(context).personId),
  ),
  route("POST /api/lab-reviews/{attempt}", (context, { params, body }) => {
    const { db, now } = context;
    const reviewerId = actorOf(context).personId;
    return reviewAttempt(db, deps, { id: params.attempt, reviewerId, ...body, now });
  }),
];
