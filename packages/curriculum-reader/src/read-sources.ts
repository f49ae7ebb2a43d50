import type { Competency } from "@checkride/rules/item";
import type { z } from "zod";
import {
  documentSchema,
  labSchema,
  moduleSchema,
  taxonomySchema,
  trackSchema,
} from "./catalogue-schemas.ts";
import type { Case, Kit, Paper, Term } from "./curriculum.ts";
import type { PlacedLink } from "./desk.ts";
import type { LessonFile } from "./lesson/read-lesson.ts";
import { readLessons } from "./lesson/read-lessons.ts";
import { readCases, readKits } from "./read-cases.ts";
import type { DocumentFile } from "./read-documents.ts";
import { readDocuments } from "./read-documents.ts";
import type { ReadFile } from "./read-files.ts";
import { byId, readFiles, readNamedFiles } from "./read-files.ts";
import type { BankFile } from "./read-items.ts";
import { readItems } from "./read-items.ts";
import type { Entry } from "./read-lists.ts";
import { readCompetencies, readGlossary } from "./read-lists.ts";
import type { PageFile } from "./read-page.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import type { WrittenNames } from "./written-names.ts";
import { writtenNames } from "./written-names.ts";

/** The files of a curriculum by what they are; a later folder replaces what an earlier one had by the same id. */
export type Sources = {
  readonly tracks: ReadonlyMap<string, ReadFile<z.infer<typeof trackSchema>>>;
  readonly modules: ReadonlyMap<string, ReadFile<z.infer<typeof moduleSchema>>>;
  readonly lessons: ReadonlyMap<string, LessonFile>;
  readonly labs: ReadonlyMap<string, ReadFile<z.infer<typeof labSchema>>>;
  readonly documents: ReadonlyMap<string, DocumentFile>;
  readonly papers: ReadonlyMap<string, Paper>;
  readonly cases: ReadonlyMap<string, PageFile<Case>>;
  readonly kits: ReadonlyMap<string, PageFile<Kit>>;
  readonly banks: readonly BankFile[];
  readonly competencies: readonly Entry<Competency>[];
  readonly terms: readonly Entry<Term>[];
  /** Names of files, also of those that could not be read. */
  readonly written: WrittenNames;
  readonly taxonomies: readonly ReadFile<z.infer<typeof taxonomySchema>>[];
  /** Links of lists and documents; pages and lessons carry their own. */
  readonly links: readonly (PlacedLink & { readonly source: TextFile })[];
};

export type SourcesReading = { readonly sources: Sources; readonly faults: readonly FileFault[] };

export const readSources = (trees: readonly Tree[]): SourcesReading => {
  const tracks = readNamedFiles(trees, /^tracks\/([^/]+)\.yaml$/, trackSchema);
  const modules = readNamedFiles(trees, /^modules\/([^/]+)\/module\.yaml$/, moduleSchema);
  const lessons = readLessons(trees);
  const labs = readNamedFiles(trees, /^labs\/([^/]+)\/lab\.yaml$/, labSchema);
  const documents = readNamedFiles(trees, /^documents\/([^/]+)\/document\.yaml$/, documentSchema);
  const texts = readDocuments(byId(documents), trees);
  const cases = readCases(trees);
  const kits = readKits(trees);
  const items = readItems(trees);
  const competencies = readCompetencies(trees);
  const glossary = readGlossary(trees);
  const taxonomies = readFiles(trees, /^threats\/[^/]+\.json$/, taxonomySchema);
  const pieces = [tracks, modules, lessons, labs, documents, texts, cases, kits, items];
  return {
    sources: {
      tracks: byId(tracks),
      modules: byId(modules),
      lessons: lessons.files,
      labs: byId(labs),
      documents: byId(documents),
      papers: texts.papers,
      cases: cases.files,
      kits: kits.files,
      banks: items.banks,
      competencies: competencies.entries,
      terms: glossary.entries,
      taxonomies: taxonomies.files,
      written: writtenNames(trees),
      links: [...texts.links, ...glossary.links],
    },
    faults: [...pieces, competencies, glossary, taxonomies].flatMap(({ faults }) => faults),
  };
};
