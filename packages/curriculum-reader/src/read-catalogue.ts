import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import type { Activity, Catalogue, SignDocument, Threat } from "./catalogue.ts";
import {
  documentSchema,
  labSchema,
  moduleSchema,
  taxonomySchema,
  trackSchema,
} from "./catalogue-schemas.ts";
import { checkCatalogue } from "./check-catalogue.ts";
import type { FileFault, Outcome, ReadFile } from "./read-files.ts";
import { exists, fileOfEach, filesIn, readFolder } from "./read-files.ts";

export type CatalogueReading = {
  readonly catalogue: Catalogue;
  readonly faults: readonly FileFault[];
};

/** The files of a curriculum by what they are; a later folder replaces what an earlier one had by the same id. */
export type Sources = {
  readonly tracks: ReadonlyMap<string, ReadFile<z.infer<typeof trackSchema>>>;
  readonly modules: ReadonlyMap<string, ReadFile<z.infer<typeof moduleSchema>>>;
  readonly labs: ReadonlyMap<string, ReadFile<z.infer<typeof labSchema>>>;
  readonly documents: ReadonlyMap<string, ReadFile<z.infer<typeof documentSchema>>>;
  readonly taxonomies: readonly ReadFile<z.infer<typeof taxonomySchema>>[];
};

/** What is taught, from one folder or from several laid over one another. A bad file is left out and reported. */
export const readCatalogue = async (folders: readonly string[]): Promise<CatalogueReading> => {
  const tracks = await readAll(folders, filesIn("tracks", ".yaml"), trackSchema);
  const modules = await readAll(folders, filesIn("modules", ".yaml"), moduleSchema);
  const labs = await readAll(folders, fileOfEach("labs", "lab.yaml"), labSchema);
  const documents = await readAll(
    folders,
    fileOfEach("documents", "document.yaml"),
    documentSchema,
  );
  const taxonomies = await readAll(folders, filesIn("threats", ".json"), taxonomySchema);
  const sources = {
    tracks: byId(tracks),
    modules: byId(modules),
    labs: byId(labs),
    documents: byId(documents),
    taxonomies: taxonomies.files,
  };
  const faults = [tracks, modules, labs, documents, taxonomies].flatMap((read) => read.faults);
  const texts = await readTexts(sources);
  const catalogue = {
    ...catalogueOf(sources, await installedLabs(folders, sources)),
    documents: texts.documents,
  };
  const checked = checkCatalogue(sources, catalogue);
  return { catalogue, faults: [...faults, ...texts.faults, ...checked] };
};

const readAll = async <T>(
  folders: readonly string[],
  find: (root: string) => Promise<readonly string[]>,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> => {
  const read: Outcome<T>[] = [];
  for (const folder of folders) read.push(await readFolder(folder, find, schema));
  return {
    files: read.flatMap((one) => one.files),
    faults: read.flatMap((one) => one.faults),
  };
};

const byId = <T extends { readonly id: string }>(
  read: Outcome<T>,
): ReadonlyMap<string, ReadFile<T>> => new Map(read.files.map((file) => [file.value.id, file]));

/** A lab can be done once its checks are there; before, only its name is known. */
const installedLabs = async (
  folders: readonly string[],
  { labs }: Sources,
): Promise<ReadonlySet<string>> => {
  const installed = new Set<string>();
  for (const id of labs.keys()) {
    for (const folder of folders) {
      if (await exists(join(folder, "labs", id, "checks"))) installed.add(id);
    }
  }
  return installed;
};

/** The words that are signed lie beside the document's own file, as `text.md`. */
const readTexts = async ({
  documents,
}: Sources): Promise<Pick<Catalogue, "documents"> & { faults: readonly FileFault[] }> => {
  const read = new Map<string, SignDocument>();
  const faults: FileFault[] = [];
  for (const [id, { path, value, faultAt }] of documents) {
    const textPath = join(dirname(path), "text.md");
    if (await exists(textPath)) {
      read.set(id, { ...value, text: (await readFile(textPath, "utf8")).trim() });
    } else {
      faults.push(
        faultAt(["id"], "the words of this document are missing: put them into text.md beside it"),
      );
    }
  }
  return { documents: read, faults };
};

const catalogueOf = (
  sources: Sources,
  installed: ReadonlySet<string>,
): Omit<Catalogue, "documents"> => {
  const tracks = new Map(
    [...sources.tracks].map(([id, { value }]) => {
      const needs = { all: value.needs?.all ?? [], any: value.needs?.any ?? [] };
      const { title, audience, modules, labs } = value;
      return [id, { id, title, audience, tier: value.tier ?? null, needs, modules, labs }];
    }),
  );
  const modules = new Map(
    [...sources.modules].map(([id, { value }]) => {
      const { title, summary, minutes, lessons } = value;
      return [id, { id, title, summary, minutes, lessons }];
    }),
  );
  const activities = [
    ...lessonsAndAssessments(sources),
    ...labActivities(sources, installed),
    ...quizzes(sources),
  ];
  return {
    tracks,
    modules,
    activities: new Map(activities.map((activity) => [activity.ref, activity])),
    threats: new Map(sources.taxonomies.flatMap(threatsOf).map((threat) => [threat.id, threat])),
  };
};

const lessonsAndAssessments = ({ modules, tracks }: Sources): Activity[] =>
  [...modules.values()].flatMap(({ value: { id, lessons, assessments } }) => {
    const inTracks = [...tracks.values()].filter(({ value }) => value.modules.includes(id));
    const common = {
      module: id,
      tracks: inTracks.map(({ value }) => value.id),
      threats: [],
      installed: false,
    };
    return [
      ...lessons.map((one): Activity => ({ ...common, ...activity("lesson", one) })),
      ...(assessments ?? []).map(
        (one): Activity => ({ ...common, ...activity("assessment", one) }),
      ),
    ];
  });

const labActivities = ({ labs, tracks }: Sources, installed: ReadonlySet<string>): Activity[] =>
  [...labs.values()].map(({ value }) => ({
    ...activity("lab", value),
    module: value.modules[0] ?? null,
    tracks: [...tracks.values()]
      .filter(({ value: track }) => leadsTo(track, value))
      .map(({ value: track }) => track.id),
    threats: value.threats,
    installed: installed.has(value.id),
  }));

/** Listed by the track itself, or begun inside one of its modules. */
const leadsTo = (track: z.infer<typeof trackSchema>, lab: z.infer<typeof labSchema>): boolean =>
  track.labs.includes(lab.id) || lab.modules.some((module) => track.modules.includes(module));

const quizzes = ({ tracks }: Sources): Activity[] =>
  [...tracks.values()].flatMap(({ value: { id, quiz, refresher } }) => {
    const common = { module: null, tracks: [id], threats: [], installed: false };
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
