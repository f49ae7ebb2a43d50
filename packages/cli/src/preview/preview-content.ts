import { explainFault } from "@checkride/curriculum-reader/explain-fault";
import type { LessonFile } from "@checkride/curriculum-reader/lesson/read-lesson";
import { readCurriculum } from "@checkride/curriculum-reader/read-curriculum";
import type { FileFault } from "@checkride/curriculum-reader/source-file";
import type { Exercise } from "@checkride/rules/exercise";
import type { Step, StepPart } from "@checkride/rules/lesson";
import { showExercise } from "@checkride/rules/show-exercise";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { readTextFile } from "../read-text-file.ts";

/** The lesson as it is now, and what is wrong with it. */
export type PreviewContent = {
  readonly lesson: LessonFile["lesson"] | null;
  readonly faults: readonly string[];
};

export const previewSeed = "preview";

const largestBytes = 1024 * 1024;

/** Reads anew what is on the disk; faults of other files are not shown. */
export const previewContent = async (
  folders: readonly string[],
  path: string,
): Promise<PreviewContent> => {
  const { sources, faults } = await readCurriculum(folders);
  const file = [...sources.lessons.values()].find(({ source }) => source.path === path);
  const text = await readTextFile(path, largestBytes);
  const own = faults.filter((fault) => fault.onDisk === path);
  return {
    lesson: file?.lesson ?? null,
    faults: text.ok ? own.map((fault) => explained(fault, text.value)) : ["The file is gone."],
  };
};

const explained = (fault: FileFault, text: string): string => explainFault(fault.file, text, fault);

type ShownPart =
  | Exclude<StepPart, { readonly kind: "exercise" }>
  | { readonly kind: "exercise"; readonly exercise: ShownExercise };

/** What a learner would get: without keys. */
export const shownSteps = (
  steps: readonly Step[],
): readonly (Omit<Step, "parts"> & { readonly parts: readonly ShownPart[] })[] =>
  steps.map((step) => ({
    ...step,
    parts: step.parts.map((part) =>
      part.kind === "exercise"
        ? { kind: "exercise", exercise: showExercise(part.exercise, previewSeed) }
        : part,
    ),
  }));

export const exerciseIn = (steps: readonly Step[], id: string): Exercise | null => {
  for (const part of steps.flatMap(({ parts }) => parts)) {
    if (part.kind === "exercise" && part.exercise.id === id) return part.exercise;
  }
  return null;
};
