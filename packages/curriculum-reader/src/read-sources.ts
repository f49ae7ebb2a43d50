import type { z } from "zod";
import {
  documentSchema,
  labSchema,
  moduleSchema,
  taxonomySchema,
  trackSchema,
} from "./catalogue-schemas.ts";
import type { LessonFile } from "./lesson/read-lesson.ts";
import { readLessons } from "./lesson/read-lessons.ts";
import type { ReadFile } from "./read-files.ts";
import { byId, readFiles } from "./read-files.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault } from "./source-file.ts";

/** The files of a curriculum by what they are; a later folder replaces what an earlier one had by the same id. */
export type Sources = {
  readonly tracks: ReadonlyMap<string, ReadFile<z.infer<typeof trackSchema>>>;
  readonly modules: ReadonlyMap<string, ReadFile<z.infer<typeof moduleSchema>>>;
  readonly lessons: ReadonlyMap<string, LessonFile>;
  readonly labs: ReadonlyMap<string, ReadFile<z.infer<typeof labSchema>>>;
  readonly documents: ReadonlyMap<string, ReadFile<z.infer<typeof documentSchema>>>;
  readonly taxonomies: readonly ReadFile<z.infer<typeof taxonomySchema>>[];
};

export type SourcesReading = { readonly sources: Sources; readonly faults: readonly FileFault[] };

export const readSources = (trees: readonly Tree[]): SourcesReading => {
  const tracks = readFiles(trees, /^tracks\/[^/]+\.yaml$/, trackSchema);
  const modules = readFiles(trees, /^modules\/[^/]+\/module\.yaml$/, moduleSchema);
  const lessons = readLessons(trees);
  const labs = readFiles(trees, /^labs\/[^/]+\/lab\.yaml$/, labSchema);
  const documents = readFiles(trees, /^documents\/[^/]+\/document\.yaml$/, documentSchema);
  const taxonomies = readFiles(trees, /^threats\/[^/]+\.json$/, taxonomySchema);
  return {
    sources: {
      tracks: byId(tracks),
      modules: byId(modules),
      lessons: lessons.files,
      labs: byId(labs),
      documents: byId(documents),
      taxonomies: taxonomies.files,
    },
    faults: [tracks, modules, lessons, labs, documents, taxonomies].flatMap(({ faults }) => faults),
  };
};
