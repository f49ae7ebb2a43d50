import type { ActivityCard, LessonCard } from "@checkride/api/curriculum";
import type { MySign } from "@checkride/api/documents";
import { labSeries } from "@checkride/rules/labs/lab-series";
import type { Standing } from "@checkride/rules/standing";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { MyStandings, TrackDeps } from "./deps.ts";
import { readLessonWork, readPassed } from "./store.ts";

/** All that somebody did, as far as tracks tell of it. */
export type MyWork = {
  readonly lessons: ReadonlyMap<string, LessonCard["state"]>;
  readonly passed: ReadonlySet<string>;
  readonly known: MyStandings | null;
  readonly signs: ReadonlyMap<string, MySign>;
  readonly series: ReadonlyMap<string, number>;
};

export const readMyWork = async (
  db: Database,
  deps: TrackDeps,
  person: string,
  now: Date,
): Promise<MyWork> => {
  const [lessons, passed, known, series] = await Promise.all([
    readLessonWork(db, person),
    readPassed(db, person),
    deps.standingsOf(db, person, now),
    deps.seriesOf(db, person),
  ]);
  return {
    lessons: new Map(
      lessons.map(({ lesson, finished }) => [lesson, finished ? "done" : "underway"]),
    ),
    passed,
    known,
    series,
    signs: await deps.signsOf(db, person, known),
  };
};

export const lessonCards = (
  content: Content,
  module: string,
  { lessons }: Pick<MyWork, "lessons">,
): LessonCard[] =>
  (content.catalogue.modules.get(module)?.lessons ?? []).map(({ id, title, minutes, claim }) => ({
    id,
    title,
    minutes,
    claim,
    state: lessons.get(id) ?? "none",
    installed: content.lessons.has(id),
  }));

/** Null: nothing of this name is known. */
export const activityCard = (
  { catalogue }: Content,
  ref: string,
  { passed, series }: Pick<MyWork, "passed" | "series">,
): ActivityCard | null => {
  const activity = catalogue.activities.get(ref);
  if (!activity) return null;
  const { title, minutes, installed } = activity;
  const card = { ref, title, minutes, installed, passed: passed.has(ref) };
  const asked = labSeries.find(({ assessment }) => assessment === ref);
  if (asked === undefined) return card;
  const lab = {
    id: asked.lab.slice("lab/".length),
    title: catalogue.activities.get(asked.lab)?.title ?? asked.lab,
  };
  const { score, variants: of } = asked;
  return { ...card, series: { lab, score, done: series.get(ref) ?? 0, of } };
};

/** The certificate that a track leads to, with where somebody stands toward it. */
export const goalOf = ({ known }: MyWork, track: string): Standing | null => {
  if (known === null) return null;
  const { certificates } = known.policy;
  return (
    known.standings.find(({ certificate }) => certificates[certificate]?.track === track) ?? null
  );
};
