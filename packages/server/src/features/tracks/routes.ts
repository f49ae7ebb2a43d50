import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { TrackDeps } from "./deps.ts";
import { readMyWork } from "./my-work.ts";
import { showModule, showTrack } from "./show-track.ts";
import { trackCard } from "./track-card.ts";

export const trackRoutes = (deps: TrackDeps): readonly Route[] => [
  route("GET /api/tracks", async (context) => {
    const content = deps.content();
    const work = await readMyWork(context.db, deps, actorOf(context).personId, context.now);
    const cards = [...content.catalogue.tracks.values()].map((track) =>
      trackCard(content, track, work),
    );
    // What is asked of them first; among the rest the order of the curriculum.
    const isAsked = (card: (typeof cards)[number]): boolean => card.certificate?.required ?? false;
    return ok({ tracks: cards.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a))) });
  }),
  route("GET /api/tracks/{track}", async (context, { params }) => {
    const content = deps.content();
    const track = content.catalogue.tracks.get(params.track);
    if (!track) return refuse("not-found", "There is no such track.");
    const work = await readMyWork(context.db, deps, actorOf(context).personId, context.now);
    return ok(showTrack(content, track, work));
  }),
  route("GET /api/modules/{module}", async (context, { params }) => {
    const work = await readMyWork(context.db, deps, actorOf(context).personId, context.now);
    const found = showModule(deps.content(), params.module, work);
    return found ? ok(found) : refuse("not-found", "There is no such module.");
  }),
];
