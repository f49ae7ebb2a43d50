import type { LessonStep, LessonView } from "@checkride/api/lessons";
import { expect, test } from "vitest";
import { around, firstTries, openThings, placeOf } from "./lesson-words.ts";

type Asked = Pick<LessonView, "steps" | "answers" | "progress">;

const exercise = (id: string, kind: "order" | "write"): LessonStep["parts"][number] => ({
  kind: "exercise",
  exercise:
    kind === "order"
      ? { id, ask: [], exhibit: null, kind, cards: [] }
      : { id, ask: [], exhibit: null, kind, fields: [] },
});

const step = (id: string, ...parts: LessonStep["parts"]): LessonStep => ({
  id,
  kind: "see",
  title: id,
  minutes: 5,
  parts,
});

const answer = (id: string, rightAtFirst: boolean): LessonView["answers"][number] => ({
  exercise: id,
  answer: { kind: "order", cards: [] },
  marking: { right: true, share: 1, reasons: [], solution: null, close: null, reveal: null },
  at: "2026-11-21T10:00:00Z",
  run: null,
  rightAtFirst,
  tries: 1,
  firstAt: "2026-11-21T10:00:00Z",
});

const lesson = (more: Partial<Asked["progress"]> = {}, answers: Asked["answers"] = []): Asked => ({
  steps: [
    step("s1", exercise("a", "order")),
    step("s2", exercise("b", "order")),
    step("s3", exercise("c", "write")),
  ],
  answers,
  progress: {
    state: "underway",
    seen: [],
    at: null,
    finishedAt: null,
    changedSince: false,
    exercises: { answered: 0, of: 3 },
    visibleSeconds: 0,
    activeSeconds: 0,
    ...more,
  },
});

test("a lesson goes on where it was left", () => {
  expect(placeOf(lesson({ at: "s2" }), undefined)).toBe("s2");
});

test("the address comes first, unless it names no step", () => {
  expect(placeOf(lesson({ at: "s2" }), "s3")).toBe("s3");
  expect(placeOf(lesson({ at: "s2" }), "end")).toBe("end");
  expect(placeOf(lesson({ at: "s2" }), "s9")).toBe("s2");
});

test("a lesson that is done, or whose step is gone, begins at the beginning", () => {
  expect(placeOf(lesson({ at: "s3", state: "done" }), undefined)).toBe("s1");
  expect(placeOf(lesson({ at: "gone" }), undefined)).toBe("s1");
});

test("there is nothing before the first step and nothing after the end", () => {
  expect(around(lesson(), "s1")).toEqual({ before: null, after: "s2" });
  expect(around(lesson(), "s3")).toEqual({ before: "s2", after: "end" });
  expect(around(lesson(), "end")).toEqual({ before: "s3", after: null });
});

test("what is still open stands in the order of the lesson, with its step", () => {
  const open = openThings(lesson({ seen: ["s1", "s2"] }, [answer("a", true), answer("c", true)]));
  expect(open.map(({ key, words }) => [key, words])).toEqual([
    ["s2 b", ""],
    ["s3", "S3"],
  ]);
  const all = [answer("a", true), answer("b", true), answer("c", true)];
  expect(openThings(lesson({ seen: ["s1", "s2", "s3"] }, all))).toEqual([]);
});

test("a later try is not a first one, and what one writes oneself is neither right nor wrong", () => {
  const answers = [answer("a", true), answer("b", false), answer("c", false)];
  expect(firstTries(lesson({}, answers))).toEqual({ right: 1, of: 2 });
});
