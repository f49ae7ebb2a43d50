import type { Exercise } from "@checkride/rules/exercise";
import type { Item } from "@checkride/rules/item";
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

const drawing = lessonOf("drawing", []);

export const lessons = {
  drawing: {
    ...drawing,
    steps: drawing.steps.map((step) => ({
      ...step,
      parts: step.id === "s2" ? [{ kind: "draw", counts: { A: 2 } } as const] : step.parts,
    })),
  },
  plain: lessonOf("plain", [choose, note]),
  code: lessonOf("code", [code]),
  // A name that a policy can ask for.
  listed: lessonOf("m00-3", [note]),
  order: lessonOf("order", [order("e1")]),
};

const item = (id: string): Item => ({
  id,
  competency: "A",
  topic: { id: id.slice(0, 2), title: "A topic" },
  level: 1,
  threats: [],
  added: "2026-11-21",
  reviewed: "2026-11-21",
  reviewBy: "2027-05-21",
  sources: [],
  exercise: { ...choose, id },
  version: "1",
});

const items = ["a1-1", "a2-1", "a3-1", "a4-1", "a5-1"].map(item);

export const withLessons = (shipped: Content): Content => ({
  ...shipped,
  items: new Map(items.map((one) => [one.id, one])),
  lessons: new Map([
    ...shipped.lessons,
    ...Object.values(lessons).map((lesson) => [lesson.id, lesson] as const),
  ]),
});
