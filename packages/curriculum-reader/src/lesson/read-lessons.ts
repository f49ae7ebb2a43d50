import { nameFaults, twinFaults } from "../piece-names.ts";
import { isText, textsOf } from "../read-files.ts";
import type { Tree } from "../read-tree.ts";
import type { FileFault } from "../source-file.ts";
import { decode } from "../source-file.ts";
import type { LessonFile } from "./read-lesson.ts";
import { readLesson } from "./read-lesson.ts";

/** A name with another dot in it, such as `m01-1.readme.md`, is a file that a lesson shows. */
const lessonFile = /^modules\/[^/]+\/([^/.]+)\.md$/;

export type LessonsReading = {
  readonly files: ReadonlyMap<string, LessonFile>;
  readonly faults: readonly FileFault[];
};

/** Every lesson of several folders, by id. */
export const readLessons = (trees: readonly Tree[]): LessonsReading => {
  const files: LessonFile[] = [];
  const faults: FileFault[] = [];
  for (const text of textsOf(trees, lessonFile)) {
    if (!isText(text)) {
      faults.push(text);
      continue;
    }
    const reading = readLesson(text, textsBeside(trees, text.file));
    faults.push(...reading.faults);
    if (reading.file !== null) files.push(reading.file);
  }
  const named = files.map(({ lesson: { id }, source, placeOf }) => ({ id, source, placeOf }));
  faults.push(
    ...named.flatMap((one) => nameFaults(lessonFile, one)),
    ...twinFaults("lesson", named),
  );
  return { files: new Map(files.map((file) => [file.lesson.id, file])), faults };
};

/** What lies in the same folder and can be shown. */
export const textsBeside = (trees: readonly Tree[], file: string): ReadonlyMap<string, string> => {
  const folder = folderOf(file);
  return new Map(trees.flatMap((tree) => [...(shownIn(tree).get(folder) ?? [])]));
};

type Shown = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** By folder: looking through all files for each lesson would take longer than reading them. */
const shownIn = (tree: Tree): Shown => {
  const known = shownByTree.get(tree);
  if (known !== undefined) return known;
  const shown = new Map<string, Map<string, string>>();
  for (const [name, source] of tree.files) {
    if (!/^(?:modules|items|cases)\//.test(name)) continue;
    if (lessonFile.test(name) || name.endsWith("/module.yaml")) continue;
    const folder = folderOf(name);
    const text = decode(source);
    if (!isText(text)) continue;
    const texts = shown.get(folder) ?? new Map<string, string>();
    shown.set(folder, texts.set(name.slice(folder.length), text.text));
  }
  shownByTree.set(tree, shown);
  return shown;
};

const shownByTree = new WeakMap<Tree, Shown>();

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);
