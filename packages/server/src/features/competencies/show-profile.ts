import type { CompetencyProfile, CompetencyRow, PathStep } from "@checkride/api/competencies";
import { askedTracks } from "@checkride/rules/asked-tracks";
import { confidenceOf, isSureAndWrong } from "@checkride/rules/baseline";
import { levelOf } from "@checkride/rules/competency-level";
import type { Competency, CompetencyLevel } from "@checkride/rules/item";
import { type Learnable, learningPath } from "@checkride/rules/learning-path";
import { expectedOf } from "@checkride/rules/quiz-counts";
import type { Database } from "../../platform/database.ts";
import { answeredOf, type Sitting } from "../../platform/tries.ts";
import type { CompetencyDeps } from "./deps.ts";
import { labsAbout, levelsByAnswers, levelWith, poolSince } from "./levels.ts";
import { type Passed, type PoolAnswer, readPassed, readPool, readVoided } from "./store.ts";

/** Everybody without a track of their own is asked what everybody is asked. */
const trackForAll = "aware";
const historyMax = 12;

export const tracksOf = async (
  db: Database,
  deps: Pick<CompetencyDeps, "policyInForce" | "readPersonFacts">,
  personId: string,
): Promise<readonly string[]> => {
  const inForce = await deps.policyInForce(db);
  const person = await deps.readPersonFacts(db, personId);
  const tracks = inForce && person ? askedTracks(inForce.policy, person) : [];
  return tracks.length > 0 ? tracks : [trackForAll];
};

type Known = {
  readonly tracks: readonly string[];
  readonly pool: readonly PoolAnswer[];
  readonly passed: readonly Passed[];
  /** Finished assessments, oldest first. */
  readonly sittings: readonly Sitting[];
  readonly recall: ReadonlyMap<string, number>;
};

const readAll = async (
  db: Database,
  deps: CompetencyDeps,
  personId: string,
  now: Date,
): Promise<Known> => {
  const voided = await readVoided(db, [personId]);
  const passed = await readPassed(db, [personId]);
  const sittings = await deps.tries.readEnded(db, personId, [deps.baseline], historyMax);
  return {
    tracks: await tracksOf(db, deps, personId),
    pool: await readPool(db, personId, poolSince(now)),
    passed: passed.filter(({ evidence }) => !voided.has(evidence)),
    sittings: sittings.toReversed(),
    recall: await deps.recallOf(db, personId, now),
  };
};

const levelIn = (sitting: Sitting, competency: string): CompetencyLevel | null =>
  levelOf(
    answeredOf(sitting)
      .filter((answer) => answer.competency === competency)
      .map((answer) => ({ ...answer, at: answer.at.getTime() })),
  );

const historyOf = ({ sittings }: Known, competency: string): CompetencyRow["history"] =>
  sittings.flatMap((sitting) => {
    const level = levelIn(sitting, competency);
    return level === null || !sitting.endedAt ? [] : [{ at: sitting.endedAt.toISOString(), level }];
  });

const trendOf = (history: CompetencyRow["history"]): CompetencyRow["trend"] => {
  const [before, last] = history.slice(-2);
  if (!before || !last) return null;
  if (last.level === before.level) return "same";
  return last.level > before.level ? "up" : "down";
};

/** What the level rests on: the answers as one, and each lab. */
const grounds = (
  deps: CompetencyDeps,
  known: Known,
  competency: string,
  labs: readonly Passed[],
): CompetencyRow["from"] => {
  const about = known.pool.filter((answer) => answer.competency === competency);
  const last = about
    .map(({ at }) => at.toISOString())
    .toSorted()
    .at(-1);
  const answers = last ? [{ kind: "items" as const, answers: about.length, at: last }] : [];
  const passes = labs.map(({ activity, at, evidence }) => ({
    kind: "lab" as const,
    lab: activity.slice("lab/".length),
    title: deps.catalogue().activities.get(activity)?.title ?? activity,
    at: at.toISOString(),
    evidence,
  }));
  return [...answers, ...passes];
};

const rowOf = (
  deps: CompetencyDeps,
  known: Known,
  competency: Competency,
  answered: ReadonlyMap<string, CompetencyLevel>,
): CompetencyRow => {
  const { id, title, expected } = competency;
  const labs = labsAbout(id, known.passed, deps.practised());
  const history = historyOf(known, id);
  return {
    competency: id,
    title,
    level: levelWith(answered.get(id), labs.length),
    expected: expectedOf([competency], known.tracks)[id] ?? 0,
    expectedBy: known.tracks.filter((track) => (expected[track] ?? 0) > 0),
    from: grounds(deps, known, id, labs),
    history,
    trend: trendOf(history),
    recall: known.recall.get(id) ?? null,
  };
};

/** Lessons and labs of the person's own tracks come before those of other ones. */
const learnablesFor = (deps: CompetencyDeps, known: Known): readonly Learnable[] => {
  const { activities } = deps.catalogue();
  const done = new Set(known.passed.map(({ activity }) => activity));
  const about = { lesson: deps.taught(), lab: deps.practised() };
  const all = [...activities.values()].flatMap(({ ref, kind, minutes, tracks }) => {
    if (kind !== "lesson" && kind !== "lab") return [];
    const id = ref.slice(kind.length + 1);
    const competencies = about[kind].get(id) ?? [];
    const isOwn = tracks.some((track) => known.tracks.includes(track));
    return [{ kind, id, minutes, competencies, done: done.has(ref), isOwn }];
  });
  const own = new Set(all.filter(({ isOwn }) => isOwn).flatMap((one) => one.competencies));
  return all.filter(({ isOwn, competencies }) => isOwn || !competencies.some((id) => own.has(id)));
};

const saysOf = (row: CompetencyRow, why: PathStep["why"]): string => {
  const { title, level, expected } = row;
  if (why === "sure-and-wrong") return `You were sure of an answer on ${title} that was wrong.`;
  if (why === "not-known") return `Your level in ${title} is not known yet.`;
  return `${title}: you are at level ${level ?? 0}, your tracks expect ${expected}.`;
};

const pathOf = (
  deps: CompetencyDeps,
  known: Known,
  rows: readonly CompetencyRow[],
): readonly PathStep[] => {
  const last = known.sittings.at(-1);
  const wrong = new Set(
    (last ? answeredOf(last) : []).flatMap(({ share, sure, competency }) =>
      sure !== null && isSureAndWrong({ share, sure }) ? [competency] : [],
    ),
  );
  const gaps = rows.map((row) => ({ ...row, sureAndWrong: wrong.has(row.competency) }));
  const { activities } = deps.catalogue();
  return learningPath(gaps, learnablesFor(deps, known), last !== undefined).flatMap(
    (step): PathStep[] => {
      const row = rows.find(({ competency }) => competency === step.competency);
      if (!row) return [];
      const says = saysOf(row, step.why);
      if (step.kind === "assessment") {
        return [{ ...step, title: "Baseline assessment", minutes: 25, says, done: false }];
      }
      const ref = `${step.kind}/${step.id}`;
      const activity = activities.get(ref);
      const done = known.passed.some((one) => one.activity === ref);
      return activity
        ? [{ ...step, title: activity.title, minutes: activity.minutes, says, done }]
        : [];
    },
  );
};

const confidenceIn = (sitting: Sitting | undefined): number | null => {
  if (!sitting) return null;
  const sure = answeredOf(sitting).flatMap(({ share, sure: given }) =>
    given === null ? [] : [{ share, sure: given }],
  );
  return sure.length === 0 ? null : confidenceOf(sure).mean;
};

export const showProfile = async (
  db: Database,
  deps: CompetencyDeps,
  personId: string,
  now: Date,
): Promise<CompetencyProfile> => {
  const known = await readAll(db, deps, personId, now);
  const answered = levelsByAnswers(known.pool);
  const rows = deps
    .bank()
    .competencies.map((competency) => rowOf(deps, known, competency, answered));
  const path = pathOf(deps, known, rows);
  const last = known.sittings.at(-1);
  const { tracks } = deps.catalogue();
  return {
    tracks: known.tracks.map((id) => ({ id, title: tracks.get(id)?.title ?? id })),
    assessedAt: last?.endedAt?.toISOString() ?? null,
    competencies: rows,
    confidence: confidenceIn(last),
    path: [...path],
    pathMinutes: path.reduce((sum, { minutes }) => sum + minutes, 0),
  };
};
