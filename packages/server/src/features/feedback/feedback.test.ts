import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

let app: TestApp;
let learner: TestPerson;
let owner: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  learner = await app.signIn("learner");
  owner = await app.signIn("owner");
});
afterAll(() => app.close());

const give = (text: string, more: object = {}, by = learner) => {
  app.clock.set(new Date(app.clock.now().getTime() + 1_000));
  return by.client("POST /api/feedback", {
    body: { lesson: "m01-1", step: "s1", kind: "unclear", text, ...more },
  });
};

const mine = async (person = learner) => {
  const answer = await person.client("GET /api/feedback/mine", {});
  return answer.ok ? answer.value.feedback : [];
};

const listed = async (query: object = {}) => {
  const answer = await owner.client("GET /api/feedback", { query });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("feedback", () => {
  it("is kept with the version that was read, and no evidence names who gave it", async () => {
    const given = await give("What is a context window?");
    expect(given).toMatchObject({ ok: true, value: { state: "open", note: "" } });
    const [first] = (await listed()).items;
    const lesson = app.parts.curriculum.content.lessons.get("m01-1");
    expect(first).toMatchObject({
      lesson: "m01-1",
      module: "m01",
      step: "s1",
      stepTitle: lesson?.steps[0]?.title,
      version: lesson?.version,
      changedSince: false,
      owner: lesson?.owner,
    });
    expect(JSON.stringify(first)).not.toContain(learner.id);
    const about = app.db.selectFrom("evidence").select("id").where("kind", "like", "feedback%");
    expect(await about.execute()).toEqual([]);
  });

  it("is answered, and its author sees what became of it", async () => {
    const [first] = (await listed()).items;
    const answered = await owner.client("PATCH /api/feedback/{feedback}", {
      params: { feedback: first?.id ?? "" },
      body: { state: "done", note: "Explained it in the first step." },
    });
    expect(answered).toMatchObject({ ok: true, value: { state: "done" } });
    expect(await mine()).toMatchObject([
      { state: "done", note: "Explained it in the first step." },
    ]);
    expect((await listed({ state: "open" })).items).toEqual([]);
  });

  it("is listed by module, page by page, the newest first", async () => {
    await give("first", { step: null });
    await give("second");
    const one = await listed({ module: "m01", limit: 1 });
    expect(one.items.map(({ text }) => text)).toEqual(["second"]);
    const next = await listed({ module: "m01", limit: 1, cursor: one.nextCursor });
    expect(next.items.map(({ text }) => text)).toEqual(["first"]);
    expect((await listed({ module: "m02" })).items).toEqual([]);
    const bad = await owner.client("GET /api/feedback", { query: { cursor: "x" } });
    expect(bad).toMatchObject({ ok: false, problem: { code: "bad-cursor" } });
  });

  it("is only for lessons and steps that there are", async () => {
    expect(await give("?", { lesson: "m01-9999" })).toMatchObject({
      ok: false,
      problem: { code: "not-found" },
    });
    expect(await give("?", { step: "s99" })).toMatchObject({
      ok: false,
      problem: { code: "not-found" },
    });
  });

  it("has a limit for one person and hour", async () => {
    const eager = await app.signIn("learner");
    const answers = [];
    for (let count = 0; count < 21; count++) answers.push(await give("again", {}, eager));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(answers.at(-1)).toMatchObject({ ok: false, problem: { code: "too-many-tries" } });
    expect(await give("still mine")).toMatchObject({ ok: true });
  });

  it("counts as open in the health of the content", async () => {
    const health = await owner.client("GET /api/content/health", {});
    if (!health.ok) throw new Error(JSON.stringify(health.problem));
    const [module] = health.value.feedback;
    expect(module).toMatchObject({ module: "m01", open: health.value.counts.openFeedback });
    expect(module?.open).toBeGreaterThan(20);
  });

  it("goes with the person who is erased", async () => {
    const gone = await app.signIn("learner");
    await give("my secret remark", {}, gone);
    const person = await app.db
      .selectFrom("person")
      .select(["email", "name"])
      .where("id", "=", gone.id)
      .executeTakeFirstOrThrow();
    const erased = await owner.client("POST /api/people/{person}/erase", {
      params: { person: gone.id },
      body: { reason: "asked for it", confirm: person.email ?? person.name },
    });
    expect(erased).toMatchObject({ ok: true });
    const left = await listed({ limit: 200 });
    expect(left.items.some(({ text }) => text === "my secret remark")).toBe(false);
  });
});
