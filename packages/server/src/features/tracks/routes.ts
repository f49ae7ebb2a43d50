import type { TrackCard } from "@checkride/api/curriculum";
import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { TrackDeps } from "./deps.ts";
import { type MyWork, readMyWork } from "./my-work.ts";
import { showModule, showTrack } from "./show-track.ts";
import { trackCard } from "./track-card.ts";

/** What is asked of them first, in the policy's order of certificates; then the others in the same order. */
const placeOf =
  ({ known }: MyWork) =>
  ({ certificate }: TrackCard): number => {
    const all = known?.standings ?? [];
    const index = all.findIndex((standing) => standing.certificate === certificate?.id);
    if (index < 0) return 2 * all.length;
    return certificate?.required ? index : all.length + index;
  };

export const trackRoutes = (deps: TrackDeps): readonly Route[] => [
  route("GET /api/tracks", async (context) => {
    const content = deps.content();
    const work = await readMyWork(context.db, deps, actorOf(context).personId, context.now);
    const cards = [...content.catalogue.tracks.values()].map((track) =>
      trackCard(content, track, work),
    );
    const place = placeOf(work);
    return ok({ tracks: cards.toSorted((a, b) => place(a) - place(b)) });
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
