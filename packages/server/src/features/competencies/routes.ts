import { ok } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf, type Principal } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { countTeam } from "./count-team.ts";
import type { CompetencyDeps } from "./deps.ts";
import { showProfile } from "./show-profile.ts";
import { readTeams } from "./store.ts";

/** An owner sees every team, a lead their own. */
const teamsFor = async (
  db: Database,
  deps: CompetencyDeps,
  { personId, roles }: Principal,
): Promise<readonly string[]> => {
  if (roles.includes("owner")) return readTeams(db);
  const person = await deps.readPersonFacts(db, personId);
  return person?.team ? [person.team] : [];
};

export const competencyRoutes = (deps: CompetencyDeps): readonly Route[] => [
  route("GET /api/competencies", async (context) =>
    ok(await showProfile(context.db, deps, actorOf(context).personId, context.now)),
  ),
  route("GET /api/teams/competencies", async (context) =>
    ok({ teams: [...(await teamsFor(context.db, deps, actorOf(context)))] }),
  ),
  route("GET /api/teams/{team}/competencies", async (context, { params }) => {
    const teams = await teamsFor(context.db, deps, actorOf(context));
    const counts = teams.includes(params.team)
      ? await countTeam(context.db, deps, params.team)
      : null;
    return counts ? ok(counts) : refuse("not-found", "There is nothing here under this address.");
  }),
];
