import { ok } from "@checkride/rules/result";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { StandingDeps } from "./deps.ts";
import { showStanding, showStandingAsOf } from "./show-standing.ts";

const notThere = () => refuse("not-found", "There is no such person.");

export const standingRoutes = (deps: StandingDeps): readonly Route[] => [
  route("GET /api/standing", async (context) => {
    const { personId } = actorOf(context);
    const standing = await showStanding(context.db, deps, personId, context.now);
    return standing ? ok(standing) : notThere();
  }),
  route("GET /api/people/{person}/standing", async ({ db, now }, { params, query }) => {
    const at = query.at === undefined ? null : new Date(query.at);
    if (at && at > now) {
      const says = "lies in the future; a standing is shown for now or for a past moment";
      return refuse("bad-input", `query/at: ${says}.`, { faults: [{ in: "query/at", says }] });
    }
    const standing = at
      ? await showStandingAsOf(db, deps, params.person, at)
      : await showStanding(db, deps, params.person, now);
    return standing ? ok(standing) : notThere();
  }),
];
