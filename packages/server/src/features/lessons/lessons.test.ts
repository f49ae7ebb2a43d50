import type { LessonView } from "@checkride/api/lessons";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";
import { type AnswerBody, give, open, report } from "./learner.test-data.ts";
import { withLessons } from "./lesson.test-data.ts";

let app: TestApp;
let me: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withLessons);
});
afterAll(() => app.close());

/** The name under which this person sees an option. */
const shownAs = (view: LessonView, exercise: string, text: string): string => {
  for (const part of view.steps.flatMap(({ parts }) => parts)) {
    if (part.kind !== "exercise" || part.exercise.id !== exercise) continue;
    if (part.exercise.kind !== "choose") continue;
    const option = part.exercise.options.find((one) => JSON.stringify(one.text).includes(text));
    if (option) return option.id;
  }
  throw new Error(`no option ${text}`);
};

const choice = async (person: TestPerson, text: string): Promise<AnswerBody> => ({
  exercise: "e1",
  answer: {
    kind: "choose",
    picked: [shownAs(await open(person, "plain"), "e1", text)],
    because: [],
  },
});

const note = { exercise: "e2", answer: { kind: "write" as const, texts: { owner: "we all do" } } };

const factsOf = (person: TestPerson) =>
  app.db
    .selectFrom("evidence")
    .select(["kind", "body"])
    .where("person", "=", person.id)
    .where("kind", "like", "activity.%")
    .orderBy("at")
    .execute();

describe("an answer", () => {
  beforeAll(async () => {
    me = await app.signIn("learner");
  });

  it("earns its reasons at once, and the key only then", async () => {
    const before = await open(me, "plain");
    expect(JSON.stringify(before)).not.toContain("secret");
    expect(before.answers).toEqual([]);
    const wrong = await give(me, "plain", await choice(me, "first"));
    expect(wrong).toMatchObject({
      ok: true,
      value: {
        answer: { exercise: "e1", tries: 1, rightAtFirst: false, run: null },
        progress: { state: "underway", exercises: { answered: 1, of: 2 } },
      },
    });
    expect(JSON.stringify(wrong)).toContain("secret: the first is wrong");
  });

  it("may be given again for practice, while the first one stays what counts", async () => {
    app.clock.set(new Date("2026-11-21T12:05:00.000Z"));
    const again = await give(me, "plain", await choice(me, "second"));
    expect(again).toMatchObject({
      ok: true,
      value: { answer: { tries: 2, rightAtFirst: false, marking: { right: true } } },
    });
    const view = await open(me, "plain");
    expect(view.answers).toMatchObject([
      {
        exercise: "e1",
        tries: 2,
        marking: { right: true, share: 1 },
        firstAt: "2026-11-21T12:00:00.000Z",
        at: "2026-11-21T12:05:00.000Z",
      },
    ]);
  });

  it("that is none is refused in words, and nothing is kept of it", async () => {
    const bodies: AnswerBody[] = [
      { exercise: "e1", answer: { kind: "choose", picked: ["zz"], because: [] } },
      { exercise: "e1", answer: { kind: "order", cards: [] } },
      { exercise: "e1", answer: { kind: "run", code: "" } },
      { exercise: "e2", answer: { kind: "write", texts: { owner: "us" } } },
    ];
    for (const body of bodies) {
      expect(await give(me, "plain", body)).toMatchObject({
        ok: false,
        problem: { code: "answer-not-fitting" },
      });
    }
    const strange = await give(me, "plain", { ...note, exercise: "e9" });
    expect(strange).toMatchObject({ ok: false, problem: { code: "not-found" } });
    expect((await open(me, "plain")).answers).toMatchObject([{ exercise: "e1", tries: 2 }]);
  });

  it("leaves the same rows behind, right or wrong", async () => {
    const rowsAfter = async (text: string) => {
      const person = await app.signIn("learner");
      const body = await choice(person, text);
      const before = await app.db
        .selectFrom("evidence")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      await give(person, "plain", body);
      const after = await app.db
        .selectFrom("evidence")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      const rows = await app.db
        .selectFrom("exerciseAnswer")
        .selectAll()
        .where("personId", "=", person.id)
        .execute();
      return { evidence: after.count - before.count, rows: rows.length };
    };
    expect(await rowsAfter("first")).toEqual(await rowsAfter("second"));
  });
});

describe("the order of options", () => {
  it("is a person's own, stays the same, and does not follow from their id", async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 4; count++) {
      const person = await app.signIn("learner");
      const view = JSON.stringify((await open(person, "order")).steps);
      expect(JSON.stringify((await open(person, "order")).steps)).toBe(view);
      seen.add(view);
    }
    expect(seen.size).toBe(4);
  });
});

describe("a lesson", () => {
  it("is done once every step was seen and every question answered, on record once a version", async () => {
    const person = await app.signIn("learner");
    await report(person, "plain", { seen: ["s1", "no such step"], at: "s1" });
    await give(person, "plain", await choice(person, "second"));
    await give(person, "plain", note);
    expect((await open(person, "plain")).progress.state).toBe("underway");
    const last = await report(person, "plain", { seen: ["s2"], at: "s2" });
    expect(last).toMatchObject({
      ok: true,
      value: { state: "done", seen: ["s1", "s2"], at: "s2", changedSince: false },
    });
    await give(person, "plain", note);
    await report(person, "plain", { seen: ["s1"] });
    expect((await factsOf(person)).map(({ kind, body }) => ({ kind, body }))).toEqual([
      {
        kind: "activity.started",
        body: { activity: "lesson/plain", version: "version of plain" },
      },
      {
        kind: "activity.passed",
        body: {
          activity: "lesson/plain",
          version: "version of plain",
          exercises: 1,
          rightAtFirst: 1,
          seconds: 0,
        },
      },
    ]);
  });

  it("keeps what two tabs answer at the same time, and finishes once", async () => {
    const person = await app.signIn("learner");
    const body = await choice(person, "third");
    await Promise.all([
      give(person, "plain", body),
      give(person, "plain", note),
      report(person, "plain", { seen: ["s1"] }),
      report(person, "plain", { seen: ["s2"] }),
      give(person, "plain", body),
    ]);
    const { progress, answers } = await open(person, "plain");
    expect(progress).toMatchObject({ state: "done", exercises: { answered: 2, of: 2 } });
    expect(answers.map(({ exercise, tries }) => [exercise, tries]).toSorted()).toEqual([
      ["e1", 2],
      ["e2", 1],
    ]);
    expect((await factsOf(person)).map(({ kind }) => kind).toSorted()).toEqual([
      "activity.passed",
      "activity.started",
    ]);
  });

  it("keeps apart what many people answer at the same time", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => app.signIn("learner")));
    const texts = (index: number) => ({ owner: `number ${index} does it` });
    const noted = (index: number) => ({
      exercise: "e2",
      answer: { kind: "write" as const, texts: texts(index) },
    });
    for (const person of people) await report(person, "plain", { at: "s1" });
    const options = ["first", "second", "third"];
    const answers = await Promise.all(
      people.flatMap((person, index) => [
        choice(person, options[index % 3] ?? "").then((body) => give(person, "plain", body)),
        give(person, "plain", noted(index)),
      ]),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const [index, person] of people.entries()) {
      const { answers: kept, progress } = await open(person, "plain");
      expect(progress).toMatchObject({ state: "underway", exercises: { answered: 2, of: 2 } });
      expect(kept.find(({ exercise }) => exercise === "e2")?.answer).toEqual(noted(index).answer);
      const chosen = kept.find(({ exercise }) => exercise === "e1");
      expect([chosen?.rightAtFirst, chosen?.tries]).toEqual([index % 3 === 1, 1]);
    }
  });

  it("fulfils what a policy asks, and shows as begun before", async () => {
    await bringIntoForce(await app.signIn("owner"), smallPolicy("lesson: m00-3"));
    const person = await app.signIn("learner");
    const state = async () => {
      const answer = await person.client("GET /api/standing", {});
      return answer.ok ? answer.value.standings.map((one) => one.state) : null;
    };
    expect(await state()).toEqual(["none"]);
    await report(person, "m00-3", { seen: ["s1", "s2"] });
    expect(await state()).toEqual(["underway"]);
    await give(person, "m00-3", note);
    expect(await state()).toEqual(["current"]);
  });

  it("that nobody has heard of is not there", async () => {
    const person = await app.signIn("auditor");
    const params = { lesson: "m99-9" };
    for (const answer of [
      await person.client("GET /api/lessons/{lesson}", { params }),
      await give(person, "m99-9", note),
      await report(person, "m99-9", {}),
      await person.client("POST /api/lessons/{lesson}/draws", { params }),
      await person.client("POST /api/lessons/{lesson}/draws", { params: { lesson: "plain" } }),
    ]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: "not-found" } });
    }
  });
});

describe("what somebody did in lessons", () => {
  it("goes with the person", async () => {
    const person = await app.signIn("learner");
    const owner = await app.signIn("owner");
    await give(person, "plain", note);
    await report(person, "plain", { seen: ["s1"], visibleSeconds: 5 });
    const card = await owner.client("GET /api/people/{person}", { params: { person: person.id } });
    const erased = await owner.client("POST /api/people/{person}/erase", {
      params: { person: person.id },
      body: { reason: "asked to", confirm: (card.ok && card.value.email) || "" },
    });
    expect(erased.ok).toBe(true);
    for (const table of ["lessonProgress", "exerciseAnswer", "learningClock"] as const) {
      const rows = await app.db
        .selectFrom(table)
        .select("personId")
        .where("personId", "=", person.id)
        .execute();
      expect(rows, table).toEqual([]);
    }
  });
});

describe("time on a lesson", () => {
  it("is counted as it passed, however many tabs report it", async () => {
    const person = await app.signIn("learner");
    const at = (seconds: number) =>
      app.clock.set(new Date(Date.parse("2026-11-21T13:00:00.000Z") + seconds * 1000));
    const beat = { visibleSeconds: 30, activeSeconds: 20 };
    at(0);
    await report(person, "plain", { at: "s1" });
    at(20);
    await report(person, "plain", beat);
    await report(person, "order", beat);
    await report(person, "plain", beat);
    at(400);
    await report(person, "plain", { visibleSeconds: 380, activeSeconds: 380 });
    expect((await open(person, "plain")).progress).toMatchObject({
      visibleSeconds: 80,
      activeSeconds: 80,
    });
    expect((await open(person, "order")).progress.visibleSeconds).toBe(0);
  });
});
