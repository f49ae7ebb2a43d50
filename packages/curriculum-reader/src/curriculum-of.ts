import type { Lesson } from "@checkride/rules/lesson";
import type { Curriculum, ModuleContent } from "./curriculum.ts";
import type { Sources } from "./read-sources.ts";
import { versionOf } from "./source-file.ts";

/** The content behind the catalogue. A lesson that no module lists cannot be reached and is left out. */
export const curriculumOf = (sources: Sources): Omit<Curriculum, "labs"> => ({
  modules: new Map(
    [...sources.modules].map(([id, { value, source }]) => [id, moduleOf(value, source.text)]),
  ),
  items: new Map(
    sources.banks.flatMap(({ items }) => items.map(({ item }) => [item.id, item] as const)),
  ),
  competencies: entriesOf(sources.competencies),
  terms: entriesOf(sources.terms),
  cases: valuesOf(sources.cases),
  kits: valuesOf(sources.kits),
  papers: sources.papers,
  quizDraws: new Map(
    [...sources.tracks].flatMap(([id, { value }]) =>
      value.quiz?.draw === undefined ? [] : [[id, value.quiz.draw] as const],
    ),
  ),
  lessons: new Map(
    [...sources.modules.values()].flatMap(({ value }) =>
      value.lessons.flatMap((id) => lessonOf(id, value, sources)),
    ),
  ),
});

const entriesOf = <T extends { readonly id: string }>(
  entries: readonly { readonly value: T }[],
): ReadonlyMap<string, T> => new Map(entries.map(({ value }) => [value.id, value]));

const valuesOf = <T>(files: ReadonlyMap<string, { readonly value: T }>): ReadonlyMap<string, T> =>
  new Map([...files].map(([id, { value }]) => [id, value]));

type ModuleFile =
  Sources["modules"] extends ReadonlyMap<string, infer F>
    ? F extends { readonly value: infer V }
      ? V
      : never
    : never;

const moduleOf = (file: ModuleFile, text: string): ModuleContent => ({
  id: file.id,
  title: file.title,
  summary: file.summary,
  minutes: file.minutes,
  owner: file.owner,
  reviewed: file.reviewed,
  reviewBy: file.reviewBy,
  threats: file.threats ?? [],
  lessons: file.lessons,
  today: file.today,
  changes: file.changes,
  version: versionOf([text]),
});

const lessonOf = (
  id: string,
  module: ModuleFile,
  { lessons }: Sources,
): readonly (readonly [string, Lesson])[] => {
  const draft = lessons.get(id)?.lesson;
  if (draft === undefined) return [];
  const lesson: Lesson = {
    ...draft,
    module: module.id,
    owner: draft.owner ?? module.owner,
    reviewed: draft.reviewed ?? module.reviewed,
    reviewBy: draft.reviewBy ?? module.reviewBy,
  };
  return [[id, lesson]];
};
