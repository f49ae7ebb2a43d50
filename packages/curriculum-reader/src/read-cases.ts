import type { Case, Kit } from "./curriculum.ts";
import { sourcesOf } from "./lesson/read-lesson.ts";
import { textsBeside } from "./lesson/read-lessons.ts";
import { nameFaults } from "./piece-names.ts";
import { caseShape, kitShape } from "./piece-shapes.ts";
import { isText, textsOf } from "./read-files.ts";
import type { PageFile, PagesReading } from "./read-page.ts";
import { openPage } from "./read-page.ts";
import { readSections } from "./read-sections.ts";
import type { Tree } from "./read-tree.ts";
import type { FileFault, TextFile } from "./source-file.ts";
import { versionOf } from "./source-file.ts";

type Reading<T> = { readonly file: PageFile<T> | null; readonly faults: readonly FileFault[] };

export const readCases = (trees: readonly Tree[]): PagesReading<Case> =>
  readPages(trees, /^cases\/([^/.]+)\.md$/, readCase);

export const readKits = (trees: readonly Tree[]): PagesReading<Kit> =>
  readPages(trees, /^kits\/([^/.]+)\.md$/, readKit);

const readPages = <T extends { readonly id: string }>(
  trees: readonly Tree[],
  pattern: RegExp,
  read: (source: TextFile, beside: ReadonlyMap<string, string>) => Reading<T>,
): PagesReading<T> => {
  const files = new Map<string, PageFile<T>>();
  const faults: FileFault[] = [];
  for (const text of textsOf(trees, pattern)) {
    if (!isText(text)) {
      faults.push(text);
      continue;
    }
    const reading = read(text, textsBeside(trees, text.file));
    faults.push(...reading.faults);
    if (reading.file === null) continue;
    const { source, value, placeOf } = reading.file;
    files.set(value.id, reading.file);
    faults.push(...nameFaults(pattern, { id: value.id, source, placeOf }));
  }
  return { files, faults };
};

const readCase = (source: TextFile, beside: ReadonlyMap<string, string>): Reading<Case> => {
  const opened = openPage(source, caseShape, beside);
  const { desk, shape, placeOf } = opened;
  const { sections, exercises } = readSections(opened, ["choose", "write"]);
  if (shape === null) return { file: null, faults: desk.faults };
  const { labs = [], sources = {}, ...rest } = shape;
  const value: Case = {
    ...rest,
    labs,
    sources: sourcesOf(sources),
    sections,
    question: exercises[0] ?? null,
    version: versionOf([source.text]),
  };
  return { file: { source, value, links: desk.links, placeOf }, faults: desk.faults };
};

const readKit = (source: TextFile, beside: ReadonlyMap<string, string>): Reading<Kit> => {
  const opened = openPage(source, kitShape, beside);
  const { desk, shape, placeOf } = opened;
  const { sections } = readSections(opened, []);
  if (shape === null) return { file: null, faults: desk.faults };
  const { labs = [], cases = [], ...rest } = shape;
  const version = versionOf([source.text]);
  const value: Kit = { ...rest, labs, cases, sections, version };
  return { file: { source, value, links: desk.links, placeOf }, faults: desk.faults };
};
