import type { TeamProfile } from "@checkride/api/competencies";
import { askedTracks } from "@checkride/rules/asked-tracks";
import type { Competency, CompetencyLevel } from "@checkride/rules/item";
import { expectedOf } from "@checkride/rules/quiz-counts";
import type { Database } from "../../platform/database.ts";
import type { CompetencyDeps } from "./deps.ts";
import { labsAbout, levelWith } from "./levels.ts";
import { type Member, type Passed, readLevels, readPassed, readTeam, readVoided } from "./store.ts";

/** Fewer could be recognised by whoever knows the team. */
const teamSizeMin = 5;

type MemberLevels = {
  readonly expected: Readonly<Record<string, CompetencyLevel>>;
  readonly levelIn: (competency: string) => CompetencyLevel | null;
};

const readMembers = async (
  db: Database,
  deps: CompetencyDeps,
  team: readonly Member[],
): Promise<readonly MemberLevels[]> => {
  const ids = team.map(({ id }) => id);
  const inForce = await deps.policyInForce(db);
  const stored = await readLevels(db, ids);
  const voided = await readVoided(db, ids);
  const passed = (await readPassed(db, ids)).filter(({ evidence }) => !voided.has(evidence));
  return team.map((person) => {
    const tracks = inForce ? askedTracks(inForce.policy, person) : [];
    const mine = stored.filter(({ personId }) => personId === person.id);
    const labs = passed.filter((one: Passed) => one.person === person.id);
    return {
      expected: expectedOf(deps.bank().competencies, tracks),
      levelIn: (competency) => {
        const answered = mine.find((one) => one.competency === competency)?.level;
        return levelWith(answered, labsAbout(competency, labs, deps.practised()).length);
      },
    };
  });
};

const countIn = (
  { id, title }: Competency,
  members: readonly MemberLevels[],
): TeamProfile["competencies"][number] => {
  const levels: [number, number, number, number] = [0, 0, 0, 0];
  let [below, expected] = [0, 0];
  for (const member of members) {
    const level = member.levelIn(id);
    const wanted = member.expected[id] ?? 0;
    if (wanted > 0) expected += 1;
    if (level === null) continue;
    levels[level] += 1;
    if (level < wanted) below += 1;
  }
  return { competency: id, title, levels, below, expected };
};

/** Null: there is no such team. */
export const countTeam = async (
  db: Database,
  deps: CompetencyDeps,
  team: string,
): Promise<TeamProfile | null> => {
  const people = await readTeam(db, team);
  if (people.length === 0) return null;
  const hidden = { team, people: people.length, known: null, competencies: [], shown: false };
  if (people.length < teamSizeMin) return hidden;
  const members = await readMembers(db, deps, people);
  const { competencies } = deps.bank();
  // Of each competency alone: a column that rests on four people would point at them.
  const rows = competencies
    .map((competency) => countIn(competency, members))
    .filter(({ levels }) => levels.reduce((sum, count) => sum + count, 0) >= teamSizeMin);
  const known = members.filter((member) =>
    competencies.some(({ id }) => member.levelIn(id) !== null),
  ).length;
  if (known < teamSizeMin) return hidden;
  return { team, people: people.length, known, competencies: rows, shown: true };
};
