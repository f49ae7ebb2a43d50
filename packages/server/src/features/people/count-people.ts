import type { Answer } from "@checkride/api/client";
import type { Database } from "../../platform/database.ts";
import {
  atOneMoment,
  countAsked,
  countByState,
  countByTeam,
  readTitles,
  type StateCount,
} from "./counts-store.ts";
import { groupBy } from "./group-by.ts";

export type PeopleCounts = Answer<"GET /api/people/counts">;
type StandingCount = PeopleCounts["certificates"][number];
type TeamSize = { readonly team: string | null; readonly people: number };

/** Fewer could be recognised by whoever knows the team. */
const teamSizeMin = 5;

const noStates = (): StandingCount["states"] => ({
  none: 0,
  underway: 0,
  current: 0,
  due: 0,
  lapsed: 0,
  exempt: 0,
});

const addUp = (
  counts: readonly StateCount[],
  titles: ReadonlyMap<string, string>,
): StandingCount[] => {
  const sums = new Map<string, StandingCount>();
  for (const { certificate, state, people, required, overdue } of counts) {
    const sum = sums.get(certificate) ?? {
      certificate,
      title: titles.get(certificate) ?? certificate,
      required: 0,
      states: noStates(),
      overdue: 0,
    };
    sum.required += required;
    sum.overdue += overdue;
    sum.states[state] += people;
    sums.set(certificate, sum);
  }
  return [...sums.values()].sort((a, b) => (a.certificate < b.certificate ? -1 : 1));
};

/**
 * The teams that are not shown by name. When those together would still be few, the smallest others join
 * them: otherwise "everybody" minus the named teams would point at the few.
 */
export const hiddenTeams = (sizes: readonly TeamSize[]): ReadonlySet<string | null> => {
  const small = sizes.filter(({ team, people }) => team === null || people < teamSizeMin);
  const hidden = new Set(small.map(({ team }) => team));
  let people = small.reduce((sum, size) => sum + size.people, 0);
  if (people === 0) return hidden;
  const others = sizes
    .filter(({ team }) => !hidden.has(team))
    .sort((a, b) => a.people - b.people || ((a.team ?? "") < (b.team ?? "") ? -1 : 1));
  for (const other of others) {
    if (people >= teamSizeMin) break;
    hidden.add(other.team);
    people += other.people;
  }
  return hidden;
};

export const countPeopleByTeam = (db: Database): Promise<PeopleCounts> =>
  atOneMoment(db, readCounts);

const readCounts = async (db: Database): Promise<PeopleCounts> => {
  const sizes = await countByTeam(db);
  const counts = await countByState(db);
  const asked = await countAsked(db);
  const titles = await readTitles(db, [...new Set(counts.map(({ certificate }) => certificate))]);
  const hidden = hiddenTeams(sizes);
  const shown = (team: string | null): string | null => (hidden.has(team) ? null : team);
  const teamsBySize = groupBy(sizes, ({ team }) => shown(team));
  const countsByTeam = groupBy(counts, ({ team }) => shown(team));
  const teams = [...teamsBySize].map(([team, parts]) => ({
    team,
    people: parts.reduce((sum, { people }) => sum + people, 0),
    certificates: addUp(countsByTeam.get(team) ?? [], titles),
  }));
  return {
    people: sizes.reduce((sum, { people }) => sum + people, 0),
    asked,
    certificates: addUp(counts, titles),
    teams: teams.sort((a, b) => (a.team ?? "\uffff").localeCompare(b.team ?? "\uffff", "en")),
  };
};
