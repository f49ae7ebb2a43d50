import { contract } from "@checkride/api/contract";
import type { Exercise } from "@checkride/rules/exercise";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

let app: TestApp;
let me: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  me = await app.signIn("learner");
});
afterAll(() => app.close());

/** Fields in which an author says what is right or why. */
const keyFields = new Set([
  "right",
  "why",
  "close",
  "reveal",
  "truth",
  "rank",
  "near",
  "marks",
  "otherwise",
  "accept",
  "pairs",
  "extra",
  "points",
  "model",
  "solution",
]);

/** Those that hold words of their own; what is right stands among what is shown, only not as such. */
const wordFields = new Set(["why", "close", "reveal", "otherwise", "points", "model", "solution"]);

const fieldsOf = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  return Object.entries(value).flatMap(([key, inner]) =>
    // Arguments and results are the author's data; a field of theirs may have any name.
    key === "args" || key === "returns" ? [] : [key, ...fieldsOf(inner)],
  );
};

/** The texts under such a field; short ones may stand elsewhere by chance. */
const secretsOf = (value: unknown, isSecret = false): readonly string[] => {
  if (typeof value === "string") return isSecret && value.length > 50 ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => secretsOf(inner, isSecret));
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsOf(inner, isSecret || wordFields.has(key)),
  );
};

const exercisesOf = (lesson: string): readonly Exercise[] =>
  (app.parts.curriculum.content.lessons.get(lesson)?.steps ?? []).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "exercise" ? [part.exercise] : [])),
  );

it("no lesson that ships tells anything of its keys before it is answered", async () => {
  const { lessons } = app.parts.curriculum.content;
  let secrets = 0;
  for (const id of lessons.keys()) {
    const response = await app.request(`/api/lessons/${id}`, { headers: { cookie: me.cookie } });
    const text = await response.text();
    expect(response.status, id).toBe(200);
    // It was written out by hand, so its form is held against the contract here.
    const whole: { steps: unknown } = JSON.parse(text);
    const view = contract["GET /api/lessons/{lesson}"].answer.parse(whole);
    expect(view.answers).toEqual([]);
    const told = fieldsOf(whole.steps).filter((field) => keyFields.has(field));
    expect(told, id).toEqual([]);
    for (const exercise of exercisesOf(id)) {
      for (const secret of secretsOf(exercise)) {
        secrets += 1;
        expect(text.includes(JSON.stringify(secret).slice(1, -1)), `${id}: ${secret}`).toBe(false);
      }
    }
  }
  expect(lessons.size).toBeGreaterThan(50);
  expect(secrets).toBeGreaterThan(500);
});

it("hidden cases of shipped exercises show their sentence only", async () => {
  const { lessons } = app.parts.curriculum.content;
  for (const id of lessons.keys()) {
    const hidden = exercisesOf(id).flatMap((exercise) =>
      exercise.kind === "run" ? exercise.cases.filter((one) => one.hidden) : [],
    );
    if (hidden.length === 0) continue;
    const answer = await me.client("GET /api/lessons/{lesson}", { params: { lesson: id } });
    if (!answer.ok) throw new Error(answer.problem.detail);
    const cases = answer.value.steps
      .flatMap(({ parts }) => parts)
      .flatMap((part) =>
        part.kind === "exercise" && part.exercise.kind === "run" ? part.exercise.cases : [],
      )
      .filter((one) => one.hidden);
    expect(cases.length).toBe(hidden.length);
    for (const one of cases) expect(Object.keys(one).toSorted()).toEqual(["hidden", "says"]);
  }
});
