import type { QuizTry } from "@checkride/api/quizzes";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson, testOrigin } from "../../test-app.ts";
import { answerTo, testItems, withTestBank } from "../../test-bank.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

const minuteMs = 60_000;

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

/** Every text and key anywhere in a value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
};

describe("a quiz", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeEach(async () => {
    owner = await app.comeBack(owner);
  });
  beforeAll(async () => {
    app = await createTestApp({}, withTestBank);
    owner = await app.signIn("owner");
    await bringIntoForce(owner, smallPolicy("quiz: t1"));
  });
  afterAll(() => app.close());

  const begin = (person: TestPerson, quiz = "t1") =>
    person.client("POST /api/quizzes/{quiz}/tries", { params: { quiz } });
  const answer = (person: TestPerson, quizTry: QuizTry, isRight = true) => {
    const { next } = quizTry;
    if (!next) throw new Error("the try is over");
    const body = { place: next.place, answer: answerTo(next.exercise, isRight) };
    return person.client("POST /api/quiz-tries/{try}/answers", {
      params: { try: quizTry.id },
      body,
    });
  };
  /** To the end; so many of the answers are wrong. */
  const sit = async (person: TestPerson, wrong = 0, quiz = "t1"): Promise<QuizTry> => {
    let quizTry = got(await begin(person, quiz));
    while (quizTry.next) {
      const step = got(await answer(person, quizTry, quizTry.answered >= wrong));
      quizTry = {
        ...quizTry,
        next: step.next,
        answered: quizTry.answered + 1,
        result: step.result,
      };
    }
    const params = { try: quizTry.id };
    return got(await person.client("GET /api/quiz-tries/{try}", { params }));
  };
  const idsIn = (quizTry: QuizTry) => quizTry.items.map(({ exercise }) => exercise.id);
  const later = (ms: number) => app.clock.set(new Date(app.clock.now().getTime() + ms));

  it("is passed by evidence that makes the policy's clause hold", async () => {
    const learner = await app.signIn("learner");
    const quizTry = await sit(learner, 2);
    expect(quizTry.result).toMatchObject({ score: 0.8, right: 8, of: 10, passed: true });
    const { standings } = got(await learner.client("GET /api/standing", {}));
    expect(standings[0]).toMatchObject({ state: "current", holds: true });
    const [row] = await app.db
      .selectFrom("evidence")
      .select("body")
      .where("person", "=", learner.id)
      .where("kind", "=", "activity.passed")
      .execute();
    expect(row?.body).toMatchObject({ activity: "quiz/t1", score: 0.8, number: 1, of: 10 });
    expect(row?.body?.["items"]).toHaveLength(10);
    expect(row?.body?.["bank"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is not passed below the mark, and says so in evidence of another kind", async () => {
    const learner = await app.signIn("learner");
    expect((await sit(learner, 3)).result).toMatchObject({ score: 0.7, passed: false });
    const { standings } = got(await learner.client("GET /api/standing", {}));
    expect(standings[0]).toMatchObject({ state: "underway", holds: false });
  });

  it("shows nothing of the key before the answer is kept", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    const place = begun.next?.place ?? 0;
    const open = testItems.filter(({ id }) => id === begun.next?.exercise.id);
    const params = { try: begun.id };
    const cards = got(await learner.client("GET /api/quizzes", {}));
    const again = got(await learner.client("GET /api/quiz-tries/{try}", { params }));
    for (const told of [begun, cards, again]) {
      const texts = textsIn(told);
      for (const key of ["right", "why", "reasons", "solution", "marking", "close", "groups"]) {
        if (key === "groups" && begun.next?.exercise.kind === "sort") continue;
        expect(texts, key).not.toContain(key);
      }
      expect(texts.filter((text) => /because \d|closing|version|Source/.test(text))).toEqual([]);
      expect(texts.filter((text) => text.startsWith("Topic"))).toEqual([]);
    }
    const step = got(await answer(learner, begun, false));
    expect(open).toHaveLength(1);
    expect(step.item).toMatchObject({ place, answered: { marking: { right: false } } });
    expect(JSON.stringify(step.item.answered.marking.reasons)).toContain("because");
    expect(JSON.stringify(step.next)).not.toMatch(/because \d|closing|"right"/);
  });

  it("is drawn anew for each person and each try, and never repeats a form while another is left", async () => {
    const one = await sit(await app.signIn("learner"), 9);
    const learner = await app.signIn("learner");
    const first = await sit(learner, 9);
    expect(idsIn(first).toSorted()).not.toEqual(idsIn(one).toSorted());
    later(11 * minuteMs);
    const second = await sit(learner, 9);
    expect(second.number).toBe(2);
    expect(idsIn(second).filter((id) => idsIn(first).includes(id))).toEqual([]);
    expect(first.items.map(({ level }) => level)).toEqual(
      first.items.map(({ level }) => level).toSorted(),
    );
  });

  it("goes on where it was, from any browser", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    got(await answer(learner, begun));
    later(9 * 24 * 60 * minuteMs);
    const back = await app.comeBack(learner);
    const resumed = got(await begin(back));
    expect(resumed).toMatchObject({ id: begun.id, answered: 1, of: 10, next: { place: 2 } });
    expect(resumed.items).toHaveLength(1);
    const card = got(await back.client("GET /api/quizzes/{quiz}", { params: { quiz: "t1" } }));
    expect(card.open).toEqual({ answered: 1, of: 10 });
  });

  it("keeps the first answer, whatever is sent afterwards or at the same time", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => answer(learner, begun, n % 2 === 0)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = tries.filter((one) => !one.ok);
    for (const one of refused) {
      expect(one).toMatchObject({ problem: { code: "already-answered" } });
      expect(JSON.stringify(one)).not.toMatch(/because|closing/);
    }
    const kept = await app.db
      .selectFrom("itemAnswer")
      .select("isRight")
      .where("tryId", "=", begun.id)
      .execute();
    const winner = tries.find((one) => one.ok);
    expect(kept).toEqual([{ isRight: winner?.ok && winner.value.item.answered.marking.right }]);
  });

  it("gives no second answer for an idempotency key", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    const send = (isRight: boolean) =>
      learner.client("POST /api/quiz-tries/{try}/answers", {
        params: { try: begun.id },
        body: {
          place: 1,
          answer: begun.next ? answerTo(begun.next.exercise, isRight) : answerTo(never()),
        },
        idempotencyKey: "the-same-key",
      });
    got(await send(false));
    expect(await send(true)).toMatchObject({ ok: false, problem: { code: "already-answered" } });
  });

  it("asks in its order: a later question cannot be answered first", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    const params = { try: begun.id };
    const given = begun.next ? answerTo(begun.next.exercise) : answerTo(never());
    const wrongPlace = await learner.client("POST /api/quiz-tries/{try}/answers", {
      params,
      body: { place: 5, answer: given },
    });
    expect(wrongPlace).toMatchObject({ ok: false, problem: { code: "bad-input" } });
    const unfit = await learner.client("POST /api/quiz-tries/{try}/answers", {
      params,
      body: { place: 1, answer: { kind: "order", cards: [] } },
    });
    expect(unfit).toMatchObject({ ok: false, problem: { code: "answer-not-fitting" } });
    expect(got(await begin(learner)).answered).toBe(0);
  });

  it("is one try when it is begun twice at once", async () => {
    const learner = await app.signIn("learner");
    const begun = await Promise.all(Array.from({ length: 6 }, () => begin(learner)));
    expect(new Set(begun.map((one) => got(one).id)).size).toBe(1);
  });

  it("is nobody else's: not to read and not to answer", async () => {
    const learner = await app.signIn("learner");
    const begun = got(await begin(learner));
    const params = { try: begun.id };
    const read = await owner.client("GET /api/quiz-tries/{try}", { params });
    expect(read).toMatchObject({ ok: false, problem: { code: "not-found" } });
    expect(await answer(owner, begun)).toMatchObject({
      ok: false,
      problem: { code: "not-found" },
    });
  });

  it("pauses ten minutes between tries", async () => {
    const learner = await app.signIn("learner");
    await sit(learner, 10);
    const refused = await begin(learner);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: "too-soon", retryAfterSeconds: 600 },
    });
    later(10 * minuteMs);
    expect(got(await begin(learner)).number).toBe(2);
  });

  it("draws half of a refresher from what was added since the last pass", async () => {
    const learner = await app.signIn("learner");
    await sit(learner);
    later(365 * 24 * 60 * minuteMs);
    const quizTry = await sit(await app.comeBack(learner), 0, "t1-refresher");
    expect(quizTry.items).toHaveLength(10);
    const isNew = ({ exercise }: QuizTry["items"][number]) =>
      testItems.some(({ id, added }) => id === exercise.id && added === "2027-06-01");
    expect(quizTry.items.filter(isNew)).toHaveLength(5);
  });

  it("does not exist for a name that no track has", async () => {
    expect(await begin(owner, "t99")).toMatchObject({
      ok: false,
      problem: { code: "not-found" },
    });
  });

  it("tells the owner which questions are bad, once twenty have answered", async () => {
    const items = got(await owner.client("GET /api/items", {}));
    expect(items.items).toHaveLength(testItems.length);
    expect(items.answersMin).toBe(20);
    expect(items.items.some(({ answers }) => answers > 0)).toBe(true);
    const learner = await app.signIn("learner");
    expect(await learner.client("GET /api/items", {})).toMatchObject({
      ok: false,
      problem: { code: "not-permitted" },
    });
    expect(JSON.stringify(items)).not.toMatch(/because|option/);
  });

  it("needs a change to come from our pages", async () => {
    const learner = await app.signIn("learner");
    const response = await app.request("/api/quizzes/t1/tries", {
      method: "POST",
      headers: { cookie: learner.cookie, origin: "https://evil.example" },
    });
    expect(response.status).toBe(403);
    expect(testOrigin).not.toBe("https://evil.example");
  });
});

const never = (): never => {
  throw new Error("there is no question");
};
