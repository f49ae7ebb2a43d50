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
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const texts = new Map<string, string>();
  for (const { files } of trees) {
    for (const [name, source] of files) {
      if (!name.startsWith(folder) || lessonFile.test(name) || name.endsWith("/module.yaml"))
        continue;
      const text = decode(source);
      if (isText(text)) texts.set(name.slice(folder.length), text.text);
    }
  }
  return texts;
};
