import { ok } from "@checkride/rules/result";
import { z } from "zod";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { FeedbackDeps } from "./deps.ts";
import { mineOf, viewOf } from "./feedback-view.ts";
import { giveFeedback } from "./give-feedback.ts";
import { answerRow, listFeedback, listMine } from "./store.ts";

const mineShown = 100;
const place = z.uuid();

export const feedbackRoutes = (deps: FeedbackDeps): readonly Route[] => [
  route("POST /api/feedback", async (context, { body }) => {
    const given = await giveFeedback(context, deps, body);
    return given.ok ? ok(mineOf(given.value)) : given;
  }),
  route("GET /api/feedback/mine", async (context) => {
    const rows = await listMine(context.db, actorOf(context).personId, mineShown);
    return ok({ feedback: rows.map(mineOf) });
  }),
  route("GET /api/feedback", async ({ db }, { query }) => {
    const cursor = Buffer.from(query.cursor ?? "", "base64url").toString("utf8");
    const before = query.cursor === undefined ? null : place.safeParse(cursor);
    if (before && !before.success) {
      return refuse("bad-cursor", "This page marker is not one of this list.");
    }
    const { module, state, limit } = query;
    const wish = { module, state, before: before?.data ?? null, limit: limit + 1 };
    const rows = await listFeedback(db, wish);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return ok({
      items: shown.map((row) => viewOf(row, deps.content())),
      nextCursor: last ? Buffer.from(last.id).toString("base64url") : null,
    });
  }),
  route("PATCH /api/feedback/{feedback}", async (context, { params, body }) => {
    const row = await answerRow(context.db, params.feedback, {
      state: body.state,
      note: body.note,
      answeredBy: actorOf(context).personId,
      answeredAt: context.now,
    });
    return row
      ? ok(viewOf(row, deps.content()))
      : refuse("not-found", "There is no such feedback.");
  }),
];
