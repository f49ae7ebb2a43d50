import type { ThreatView } from "@checkride/api/coverage";
import { ok } from "@checkride/rules/result";
import type { ThreatCoverage } from "@checkride/rules/threat-coverage";
import type { Database } from "../../platform/database.ts";
import { refuse } from "../../platform/http/refusal.ts";
import { actorOf } from "../../platform/http/request-context.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { countStates, coverageOf } from "./coverage-of.ts";
import type { CoverageDeps } from "./deps.ts";
import type { Holders, makeHolders } from "./holders.ts";
import { loadList, previewList, takeListAway } from "./load-list.ts";
import { readLoaded } from "./store.ts";
import { type ListInForce, listsInForce } from "./threat-lists.ts";

/** Under so many people a count would point at somebody. */
const fewestPeople = 5;

const headOf = ({ id, list, loadedAt }: ListInForce, rows: readonly ThreatCoverage[]) => {
  const { taxonomy, version, released, source, license } = list;
  const counts = countStates(rows);
  const loaded = loadedAt?.toISOString() ?? null;
  return { id, taxonomy, version, released, source, license, counts, loadedAt: loaded };
};

const peopleOf = (holders: Holders | null, id: string): ThreatView["people"] => {
  if (holders === null) return null;
  const { exposed, hold } = holders.of.get(id) ?? { exposed: 0, hold: 0 };
  return { exposed, hold: exposed < fewestPeople ? null : hold };
};

const threatView = (
  deps: CoverageDeps,
  row: ThreatCoverage,
  holders: Holders | null,
): ThreatView => {
  const { activities } = deps.content().catalogue;
  const shown = (ref: string) => {
    const { title = ref, installed = false } = activities.get(ref) ?? {};
    return { ref, title, installed };
  };
  const { related, ...entry } = row.entry;
  return {
    ...entry,
    related: [...related],
    state: row.state,
    lessons: row.lessons.map(shown),
    labs: row.labs.map(shown),
    questions: row.questions,
    decided: row.decided,
    people: peopleOf(holders, row.entry.id),
  };
};

type HoldersOf = ReturnType<typeof makeHolders>;

export const coverageRoutes = (deps: CoverageDeps, holdersOf: HoldersOf): readonly Route[] => {
  const lists = async (db: Database) =>
    listsInForce(deps.threats().taxonomies, await readLoaded(db));
  return [
    route("GET /api/coverage", async ({ db }) =>
      ok({
        taxonomies: (await lists(db)).map((list) => headOf(list, coverageOf(deps, list))),
      }),
    ),
    route("GET /api/coverage/{taxonomy}", async (context, { params }) => {
      const found = (await lists(context.db)).find(({ id }) => id === params.taxonomy);
      if (!found) return refuse("not-found", "There is no such list of threats.");
      const rows = coverageOf(deps, found);
      const maySee = actorOf(context).rights.has("people:counts");
      const holders = maySee ? await holdersOf(deps, found.id, rows, context.now) : null;
      return ok({
        ...headOf(found, rows),
        threats: rows.map((row) => threatView(deps, row, holders)),
        countedAt: holders?.at.toISOString() ?? null,
      });
    }),
    route("POST /api/taxonomy-previews", async ({ db }, { body }) => previewList(db, deps, body)),
    route("POST /api/taxonomies", async (context, { body }) =>
      loadList(context.db, deps, body, { actor: actorOf(context).personId, now: context.now }),
    ),
    route("DELETE /api/taxonomies/{taxonomy}", async (context, { params }) =>
      takeListAway(context.db, params.taxonomy, {
        actor: actorOf(context).personId,
        now: context.now,
      }),
    ),
  ];
};
