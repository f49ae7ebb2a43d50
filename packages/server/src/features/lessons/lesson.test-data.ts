import type { Exercise } from "@checkride/rules/exercise";
import type { Lesson } from "@checkride/rules/lesson";
import type { Prose, Rich } from "@checkride/rules/prose";
import type { Content } from "../../platform/content.ts";

const line = (text: string): Rich => [{ kind: "text", text }];
const paragraph = (text: string): Prose => [{ kind: "paragraph", text: line(text) }];
const asking = (id: string) => ({ id, ask: line(`Question ${id}?`), exhibit: null, close: null });

export const choose: Exercise = {
  ...asking("e1"),
  kind: "choose",
  many: false,
  options: [
    { text: line("first"), right: false, why: line("secret: the first is wrong") },
    { text: line("second"), right: true, why: line("secret: the second is right") },
    { text: line("third"), right: false, why: line("secret: the third is wrong") },
  ],
  because: null,
};

export const note: Exercise = {
  ...asking("e2"),
  kind: "write",
  fields: [{ id: "owner", title: "Owner", lines: 2, words: 3 }],
  points: [line("secret: names a person")],
  model: paragraph("secret: a model answer"),
};

export const code: Exercise = {
  ...asking("e3"),
  kind: "run",
  language: "ts",
  before: "",
  start: "export const twice = (n: number): number => n;",
  calls: "twice",
  cases: [
    { says: line("two"), args: [2], returns: 4, hidden: false },
    { says: line("many"), args: [4711], returns: 9422, hidden: true },
  ],
  solution: "export const twice = (n: number): number => 2 * n;",
};

const order = (id: string): Exercise => ({
  ...asking(id),
  kind: "order",
  cards: ["a", "b", "c", "d", "e", "f", "g", "h"].map((text, rank) => ({
    text: line(`card ${text}`),
    rank,
    why: line(`secret: rank of ${text}`),
  })),
});

const lessonOf = (id: string, exercises: readonly Exercise[]): Lesson => ({
  id,
  module: "m00",
  title: `Lesson ${id}`,
  minutes: 5,
  claim: "A claim.",
  threats: [],
  competencies: ["A"],
  sources: [],
  reviewed: "2026-11-21",
  reviewBy: "2027-05-21",
  owner: "Somebody",
  version: `version of ${id}`,
  steps: [
    {
      id: "s1",
      kind: "know",
      title: "Read",
      minutes: 2,
      parts: [{ kind: "prose", prose: paragraph("Words.") }],
    },
    {
      id: "s2",
      kind: "try",
      title: "Try",
      minutes: 3,
      parts: exercises.map((exercise) => ({ kind: "exercise", exercise }) as const),
    },
  ],
});

export const lessons = {
  plain: lessonOf("plain", [choose, note]),
  code: lessonOf("code", [code]),
  order: lessonOf("order", [order("e1")]),
};

export const withLessons = (shipped: Content): Content => ({
  ...shipped,
  lessons: new Map([
    ...shipped.lessons,
    ...Object.values(lessons).map((lesson) => [lesson.id, lesson] as const),
  ]),
});
