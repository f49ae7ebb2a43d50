import type { Lesson, Source, Step, StepPart } from "@checkride/rules/lesson";
import type { z } from "zod";
import type { Desk, PlacedLink } from "../desk.ts";
import { openDesk } from "../desk.ts";
import type { Path, Place } from "../fault.ts";
import { firstPlace } from "../fault.ts";
import { bodyPlaces } from "../markdown/body-places.ts";
import { splitFrontMatter } from "../markdown/front-matter.ts";
import { readBlock, readShape } from "../read-block.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { versionOf } from "../source-file.ts";
import { lessonShape } from "./lesson-shapes.ts";
import type { Page, PlacedExercise } from "./read-part.ts";
import { readSteps } from "./read-steps.ts";

/** What the file alone says; the rest comes from the module. */
export type LessonDraft = Omit<Lesson, "module" | "owner" | "reviewed" | "reviewBy"> & {
  readonly owner: string | null;
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
};

/** A lesson's file once read, with what is needed to say later where something stands. */
export type LessonFile = {
  readonly source: TextFile;
  readonly lesson: LessonDraft;
  readonly links: readonly PlacedLink[];
  readonly exercises: readonly PlacedExercise[];
  readonly stepPlaces: readonly Place[];
  /** A place in the front matter. */
  readonly placeOf: (path: Path) => Place;
};

export type LessonReading = {
  /** Null: nothing of it can be shown. */
  readonly file: LessonFile | null;
  readonly faults: readonly FileFault[];
};

/** A lesson from its text and from the texts that lie beside it. A broken exercise is left out and reported. */
export const readLesson = (
  source: TextFile,
  beside: ReadonlyMap<string, string>,
): LessonReading => {
  const desk = openDesk(source);
  const front = splitFrontMatter(source.text);
  if (front === null) {
    desk.report(firstPlace, "the file does not begin with front matter", {
      cure: "begin it with a line of ---, then id, title, minutes and claim, then --- again",
    });
    return { file: null, faults: desk.faults };
  }
  const block = readBlock(front.yaml, { line: front.yamlLine, column: 1 }, desk);
  const shape = readShape(lessonShape, block, desk);
  const { body, bodyLine } = front;
  const page: Page = { desk, bodyLine, rows: body.split("\n"), beside };
  const { steps, exercises, stepPlaces } = readSteps(body, page, bodyPlaces(body, bodyLine));
  if (shape === null) return { file: null, faults: desk.faults };
  const file = {
    source,
    lesson: draftOf(shape, steps, versionOf([source.text, ...shownFiles(desk, beside)])),
    links: desk.links,
    exercises,
    stepPlaces,
    placeOf: (path: Path) => block.placeOf(path),
  };
  return { file, faults: desk.faults };
};

const draftOf = (
  shape: z.infer<typeof lessonShape>,
  steps: readonly Step[],
  version: string,
): LessonDraft => ({
  id: shape.id,
  title: shape.title,
  minutes: shape.minutes,
  claim: shape.claim,
  threats: shape.threats ?? [],
  competencies: shape.competencies ?? [],
  sources: sourcesOf(shape.sources ?? {}),
  owner: shape.owner ?? null,
  reviewed: shape.reviewed ?? null,
  reviewBy: shape.reviewBy ?? null,
  steps,
  version,
});

export const sourcesOf = (
  shapes: NonNullable<z.infer<typeof lessonShape>["sources"]>,
): readonly Source[] =>
  Object.entries(shapes).map(([id, { title, url, secondary = false }]) => ({
    id,
    title,
    url,
    secondary,
  }));

/** Those that the text names, in the order of their names. */
const shownFiles = ({ source }: Desk, beside: ReadonlyMap<string, string>): readonly string[] =>
  [...beside].flatMap(([name, text]) => (source.text.includes(`file: ${name}`) ? [text] : []));

/** Every exercise of a lesson, in order. */
export const exercisesOf = (steps: readonly Step[]) =>
  steps.flatMap(({ parts }) =>
    parts.flatMap((part: StepPart) => (part.kind === "exercise" ? [part.exercise] : [])),
  );
