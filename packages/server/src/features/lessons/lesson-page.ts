import type { LessonPart, LessonStep, LessonView } from "@checkride/api/lessons";
import type { Lesson, Step, StepPart } from "@checkride/rules/lesson";
import type { Content } from "../../platform/content.ts";
import { type Asked, askedOf } from "./asked.ts";
import { type Counts, countsOf } from "./draw-questions.ts";
import { neighboursOf } from "./neighbours.ts";
import { termsIn } from "./terms-in.ts";
import { hole, type WrittenOut, writeOut } from "./written-out.ts";

/** A lesson made ready once for everybody: what differs between people is left open. */
export type LessonPage = {
  readonly lesson: Lesson;
  readonly exercises: ReadonlyMap<string, Asked>;
  readonly draws: readonly Counts[];
  /** Holes: `exercise:e01a`, `draw:0`, `progress`, `answers`. */
  readonly written: WrittenOut;
};

type Open<T> = { readonly [K in keyof T]: T[K] | string };
type PagePart = LessonPart extends infer P ? (P extends LessonPart ? Open<P> : never) : never;
type PageStep = Omit<LessonStep, "parts"> & { readonly parts: readonly PagePart[] };
type Page = Omit<LessonView, "steps" | "progress" | "answers"> & {
  readonly steps: readonly PageStep[];
  readonly progress: string;
  readonly answers: string;
};

const pages = new WeakMap<Content, Map<string, LessonPage>>();

/** Null: there is no such lesson in what is taught now. */
export const lessonPage = (content: Content, id: string): LessonPage | null => {
  const known = pages.get(content) ?? new Map<string, LessonPage>();
  pages.set(content, known);
  const lesson = content.lessons.get(id);
  const page = known.get(id) ?? (lesson && makePage(content, lesson));
  if (!page) return null;
  known.set(id, page);
  return page;
};

const makePage = (content: Content, lesson: Lesson): LessonPage => {
  const exercises = lesson.steps.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "exercise" ? [askedOf(part.exercise)] : [])),
  );
  return {
    lesson,
    exercises: new Map(exercises.map((asked) => [asked.exercise.id, asked])),
    draws: countsOf(lesson),
    written: writeOut(openPage(content, lesson)),
  };
};

const openPage = (content: Content, lesson: Lesson): Page => {
  const module = content.modules.get(lesson.module);
  const isLast = module?.lessons.at(-1) === lesson.id;
  return {
    id: lesson.id,
    version: lesson.version,
    title: lesson.title,
    minutes: lesson.minutes,
    claim: lesson.claim,
    module: { id: lesson.module, title: module?.title ?? lesson.module },
    threats: [...lesson.threats],
    competencies: [...lesson.competencies],
    owner: lesson.owner,
    reviewed: lesson.reviewed,
    reviewBy: lesson.reviewBy,
    sources: lesson.sources.map(({ id, title, url, secondary }) => ({ id, title, url, secondary })),
    steps: openSteps(content, lesson.steps),
    terms: termsIn(lesson).flatMap((id) => {
      const term = content.terms.get(id);
      return term ? [{ id, term: term.term, says: term.says }] : [];
    }),
    today: isLast ? (module?.today ?? null) : null,
    ...neighboursOf(content, lesson),
    progress: hole("progress"),
    answers: hole("answers"),
  };
};

const openSteps = (content: Content, steps: readonly Step[]): PageStep[] => {
  let draws = 0;
  return steps.map(({ id, kind, title, minutes, parts }) => ({
    id,
    kind,
    title,
    minutes,
    parts: parts.map((part): PagePart => {
      if (part.kind === "draw") return { kind: "draw", exercises: hole(`draw:${draws++}`) };
      return openPart(content, part);
    }),
  }));
};

const openPart = (content: Content, part: Exclude<StepPart, { kind: "draw" }>): PagePart => {
  switch (part.kind) {
    case "prose":
      return { kind: "prose", prose: part.prose };
    case "exercise":
      return { kind: "exercise", exercise: hole(`exercise:${part.exercise.id}`) };
    case "lab":
      return { kind: "lab", lab: labOf(content, part.id, part.says) };
    case "case": {
      const title = content.cases.get(part.id)?.title ?? part.id;
      return { kind: "case", case: { id: part.id, title, says: part.says } };
    }
    case "document": {
      const title = content.papers.get(part.id)?.title ?? part.id;
      return { kind: "document", document: { id: part.id, title, says: part.says } };
    }
  }
};

const labOf = ({ catalogue }: Content, id: string, says: string | null) => {
  const lab = catalogue.activities.get(`lab/${id}`);
  const { title = id, minutes = 0, installed = false } = lab ?? {};
  return { id, title, says, minutes, installed };
};
