import { ok } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { AssessmentDeps } from "./deps.ts";
import { reviewWork } from "./review-work.ts";
import { beginAgain, saveDraft, submitDraft } from "./write-draft.ts";
import { findWork, readReviews, readWaiting, readWork } from "./written-store.ts";
import { findWritten, showWritten, submissionView, waitingView } from "./written-view.ts";

const notThere = () => refuse("not-found", "There is nothing here under this address.");

const authorRoutes = (deps: AssessmentDeps): readonly Route[] => [
  route("GET /api/written-assessments/{assessment}", async (context, { params }) => {
    const found = findWritten(deps, params.assessment);
    if (!found) return notThere();
    const work = await readWork(context.db, actorOf(context).personId, found.written.id);
    return ok(await showWritten(context.db, deps, found, work));
  }),
  route("PUT /api/written-assessments/{assessment}", async (context, { params, body }) => {
    const found = findWritten(deps, params.assessment);
    if (!found) return notThere();
    const { db, now } = context;
    const { personId } = actorOf(context);
    const { written } = found;
    const saved = await saveDraft(db, { personId, written, now, ...body });
    return saved.ok ? ok(await showWritten(db, deps, found, saved.value)) : saved;
  }),
  route("POST /api/written-assessments/{assessment}/submit", async (context, { params, body }) => {
    const found = findWritten(deps, params.assessment);
    if (!found) return notThere();
    const { db, now } = context;
    const { personId } = actorOf(context);
    const { version } = body;
    const sent = await submitDraft(db, { personId, written: found.written, version, now });
    return sent.ok ? ok(await showWritten(db, deps, found, sent.value)) : sent;
  }),
  route("POST /api/written-assessments/{assessment}/again", async (context, { params }) => {
    const found = findWritten(deps, params.assessment);
    if (!found) return notThere();
    const { db, now } = context;
    const { personId } = actorOf(context);
    const begun = await beginAgain(db, { personId, written: found.written, now });
    return begun.ok ? ok(await showWritten(db, deps, found, begun.value)) : begun;
  }),
];

/** Waiting for this reviewer: not their own, not decided, not reviewed by them. */
const findWaiting = async (db: Database, id: string, reviewerId: string) => {
  const work = await findWork(db, id);
  if (work?.state !== "in-review" || work.personId === reviewerId) return null;
  const reviews = await readReviews(db, id);
  if (reviews.some((review) => review.reviewerId === reviewerId)) return null;
  return { work, given: reviews.map(({ points }) => points) };
};

export const writtenRoutes = (deps: AssessmentDeps): readonly Route[] => [
  ...authorRoutes(deps),
  route("GET /api/reviews", async (context) => {
    const waiting = await readWaiting(context.db, actorOf(context).personId);
    return ok({ submissions: waiting.map((work) => waitingView(deps, work, work.given)) });
  }),
  route("GET /api/reviews/{submission}", async (context, { params }) => {
    const waiting = await findWaiting(context.db, params.submission, actorOf(context).personId);
    const found = waiting && findWritten(deps, waiting.work.assessment);
    return found ? ok(submissionView(deps, found, waiting.work, waiting.given)) : notThere();
  }),
  route("POST /api/reviews/{submission}", (context, { params, body }) => {
    const reviewerId = actorOf(context).personId;
    const ask = { id: params.submission, reviewerId, ...body, now: context.now };
    return reviewWork(context.db, deps, ask);
  }),
];
