import { labSeries } from "@checkride/rules/labs/lab-series";
import { writtenAssessments } from "@checkride/rules/written-assessment";
import type { z } from "zod";
import type { Activity, Catalogue, LessonSummary, SignDocument, Threat } from "./catalogue.ts";
import type { labSchema, taxonomySchema, trackSchema } from "./catalogue-schemas.ts";
import { isWritten, type LabSource } from "./lab/lab-sources.ts";
import type { ReadFile } from "./read-files.ts";
import type { Sources } from "./read-sources.ts";

/** What can be done and asked for, without what is inside of it. */
export const catalogueOf = (
  sources: Sources,
  written: ReadonlyMap<string, LabSource>,
): Catalogue => {
  const tracks = new Map(
    [...sources.tracks].map(([id, { value }]) => {
      const needs = { all: value.needs?.all ?? [], any: value.needs?.any ?? [] };
      const { title, audience, modules, labs } = value;
      return [id, { id, title, audience, tier: value.tier ?? null, needs, modules, labs }];
    }),
  );
  const modules = new Map(
    [...sources.modules].map(([id, { value }]) => {
      const { title, summary, minutes } = value;
      return [id, { id, title, summary, minutes, lessons: summariesOf(value.lessons, sources) }];
    }),
  );
  const activities = [
    ...lessonsAndAssessments(sources, written),
    ...labActivities(sources, written),
    ...quizzes(sources),
  ];
  return {
    tracks,
    modules,
    labs: new Map(
      [...sources.labs].map(([id, { value }]) => {
        const { kind, difficulty, modules: inModules } = value;
        return [id, { id, kind, difficulty, modules: inModules }];
      }),
    ),
    documents: signDocuments(sources),
    activities: new Map(activities.map((activity) => [activity.ref, activity])),
    threats: new Map(sources.taxonomies.flatMap(threatsOf).map((threat) => [threat.id, threat])),
  };
};

/** Only what has sentences to sign can be signed. */
const signDocuments = ({ papers }: Sources): ReadonlyMap<string, SignDocument> =>
  new Map(
    [...papers].flatMap(([id, { title, version, minutes, signOff, text }]) =>
      signOff === null ? [] : [[id, { id, title, version, minutes, signOff, text }] as const],
    ),
  );

const summariesOf = (ids: readonly string[], { lessons }: Sources): readonly LessonSummary[] =>
  ids.flatMap((id) => {
    const lesson = lessons.get(id)?.lesson;
    if (lesson === undefined) return [];
    const { title, minutes, claim } = lesson;
    return [{ id, title, minutes, claim }];
  });

/** Those of which it is known what is to be written, and what it is judged by. */
const writtenIds: ReadonlySet<string> = new Set(writtenAssessments.map(({ id }) => id));

/** A series of passes is there once its lab is. */
const assessmentIsThere = (id: string, labs: ReadonlyMap<string, LabSource>): boolean => {
  const series = labSeries.find(({ assessment }) => assessment === `assessment/${id}`);
  return writtenIds.has(id) || (series !== undefined && isInstalled(labs.get(series.lab.slice(4))));
};

const lessonsAndAssessments = (
  sources: Sources,
  labs: ReadonlyMap<string, LabSource>,
): Activity[] =>
  [...sources.modules.values()].flatMap(({ value: { id, lessons, assessments } }) => {
    const inTracks = [...sources.tracks.values()].filter(({ value }) => value.modules.includes(id));
    const common = { module: id, tracks: inTracks.map(({ value }) => value.id) };
    return [
      ...lessons.flatMap((lesson): Activity[] => {
        const read = sources.lessons.get(lesson)?.lesson;
        if (read === undefined) return [];
        const { threats, steps } = read;
        const installed = steps.length > 0;
        return [{ ...common, ...activity("lesson", read), threats, installed }];
      }),
      ...(assessments ?? []).map(
        (one): Activity => ({
          ...common,
          ...activity("assessment", one),
          threats: [],
          installed: assessmentIsThere(one.id, labs),
        }),
      ),
    ];
  });

const labActivities = (
  { labs, tracks }: Sources,
  written: ReadonlyMap<string, LabSource>,
): Activity[] =>
  [...labs.values()].map(({ value }) => ({
    ...activity("lab", value),
    module: value.modules[0] ?? null,
    tracks: [...tracks.values()]
      .filter(({ value: track }) => leadsTo(track, value))
      .map(({ value: track }) => track.id),
    threats: value.threats,
    installed: isInstalled(written.get(value.id)),
  }));

const isInstalled = (source: LabSource | undefined): boolean =>
  source !== undefined && isWritten(source);

/** Listed by the track itself, or begun inside one of its modules. */
const leadsTo = (track: z.infer<typeof trackSchema>, lab: z.infer<typeof labSchema>): boolean =>
  track.labs.includes(lab.id) || lab.modules.some((module) => track.modules.includes(module));

/** Questions are drawn from the bank, so a quiz is there once that holds any. */
const quizzes = ({ tracks, banks }: Sources): Activity[] =>
  [...tracks.values()].flatMap(({ value: { id, quiz, refresher } }) => {
    const installed = banks.some(({ items }) => items.length > 0);
    const common = { module: null, tracks: [id], threats: [], installed };
    return [
      ...(quiz === undefined ? [] : [{ ...common, ...activity("quiz", { ...quiz, id }) }]),
      ...(refresher === undefined
        ? []
        : [{ ...common, ...activity("quiz", { ...refresher, id: `${id}-refresher` }) }]),
    ];
  });

const activity = (
  kind: Activity["kind"],
  { id, title, minutes }: { readonly id: string; readonly title: string; readonly minutes: number },
): Pick<Activity, "ref" | "kind" | "title" | "minutes"> => ({
  ref: `${kind}/${id}`,
  kind,
  title,
  minutes,
});

const threatsOf = ({ value }: ReadFile<z.infer<typeof taxonomySchema>>): Threat[] =>
  value.items.map(({ id, name }) => ({
    id,
    name,
    taxonomy: `${value.taxonomy} ${value.version}`,
  }));
