import type { LessonView } from "@checkride/api/lessons";
import type { ShownExercise } from "@checkride/rules/shown-exercise";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { open as openLesson } from "./learner.test-data.ts";
import { withLessons } from "./lesson.test-data.ts";

let app: TestApp;
let me: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withLessons);
  me = await app.signIn("learner");
});
afterAll(() => app.close());

const params = { lesson: "drawing" };

const open = (person: TestPerson): Promise<LessonView> => openLesson(person, "drawing");

const drawnIn = ({ steps }: LessonView): readonly ShownExercise[] =>
  steps.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "draw" ? part.exercises : [])),
  );

const idsOf = (exercises: readonly ShownExercise[]) => exercises.map(({ id }) => id);

const answerAll = async (person: TestPerson, exercises: readonly ShownExercise[]) => {
  for (const { id } of exercises) {
    const answer = { kind: "choose" as const, picked: ["a"], because: [] };
    const body = { exercise: id, answer };
    const given = await person.client("POST /api/lessons/{lesson}/answers", { params, body });
    if (!given.ok) throw new Error(given.problem.detail);
  }
};

describe("a step that draws questions", () => {
  it("shows the same ones until they are answered, without their keys", async () => {
    const first = await open(me);
    expect(drawnIn(first).length).toBe(2);
    expect(drawnIn(await open(me))).toEqual(drawnIn(first));
    expect(JSON.stringify(first)).not.toContain("secret");
    const early = await me.client("POST /api/lessons/{lesson}/draws", { params });
    expect(early).toMatchObject({ ok: false, problem: { code: "conflict" } });
    expect(drawnIn(await open(me))).toEqual(drawnIn(first));
  });

  it("draws others of them to others", async () => {
    const draws = new Set<string>();
    for (let count = 0; count < 8; count++) {
      draws.add(idsOf(drawnIn(await open(await app.signIn("learner")))).join());
    }
    expect(draws.size).toBeGreaterThan(1);
  });

  it("belongs to what is to be done, and draws other ones afterwards", async () => {
    const first = drawnIn(await open(me));
    await me.client("POST /api/lessons/{lesson}/progress", {
      params,
      body: { seen: ["s1", "s2"] },
    });
    expect((await open(me)).progress).toMatchObject({
      state: "underway",
      exercises: { answered: 0, of: 2 },
    });
    await answerAll(me, first);
    expect((await open(me)).progress.state).toBe("done");
    const again = await me.client("POST /api/lessons/{lesson}/draws", { params });
    if (!again.ok) throw new Error(again.problem.detail);
    const second = again.value.exercises;
    expect(second.length).toBe(2);
    expect(idsOf(second).some((id) => idsOf(first).includes(id))).toBe(false);
    expect(drawnIn(await open(me))).toEqual(second);
    expect(again.value.progress).toMatchObject({
      state: "done",
      exercises: { answered: 0, of: 2 },
    });
    await answerAll(me, second);
    const facts = await app.db
      .selectFrom("evidence")
      .select("kind")
      .where("person", "=", me.id)
      .where("kind", "=", "activity.passed")
      .execute();
    expect(facts.length).toBe(1);
  });
});
