import type { RefresherCard } from "@checkride/api/refreshers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { answerTo, testItems, withTestBank } from "../../test-bank.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

const dayMs = 86_400_000;

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("what comes back", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({}, withTestBank);
    await bringIntoForce(await app.signIn("owner"), smallPolicy("quiz: t1"));
  });
  afterAll(() => app.close());

  const later = (days: number) => app.clock.set(new Date(app.clock.now().getTime() + days * dayMs));
  const look = async (person: TestPerson) => got(await person.client("GET /api/refreshers", {}));
  const give = (person: TestPerson, card: RefresherCard, isRight = true, seconds = 10) =>
    person.client("POST /api/refreshers/{card}/answers", {
      params: { card: card.card },
      body: { turn: card.turn, answer: answerTo(card.exercise, isRight), seconds },
    });
  const sitQuiz = async (person: TestPerson, wrong: number): Promise<readonly string[]> => {
    const params = { quiz: "t1" };
    const begun = got(await person.client("POST /api/quizzes/{quiz}/tries", { params }));
    const asked: string[] = [];
    for (let { next } = begun; next; ) {
      asked.push(next.exercise.id);
      const answer = answerTo(next.exercise, asked.length > wrong);
      const body = { place: next.place, answer };
      const at = { params: { try: begun.id }, body };
      next = got(await person.client("POST /api/quiz-tries/{try}/answers", at)).next;
    }
    return asked;
  };

  it("is what a quiz asked, the wrong ones first and in another form", async () => {
    const learner = await app.signIn("learner");
    const asked = await sitQuiz(learner, 2);
    expect(await look(learner)).toMatchObject({ cards: [], due: 0 });
    later(1);
    const first = await look(await app.comeBack(learner));
    expect(first.due).toBe(2);
    expect(first.cards.map(({ card }) => card).toSorted()).toEqual(
      asked
        .slice(0, 2)
        .map((id) => id.split("-")[0] ?? "")
        .toSorted(),
    );
    for (const { exercise } of first.cards) expect(asked).not.toContain(exercise.id);
    later(3);
    const all = await look(await app.comeBack(learner));
    expect(all).toMatchObject({ due: 10, minutes: 2 });
    expect(all.cards).toHaveLength(5);
    expect(all.weakSpots.length).toBeGreaterThan(0);
  });

  it("tells nothing of its key before the answer, and is answered once", async () => {
    const begun = await app.signIn("learner");
    await sitQuiz(begun, 10);
    later(1);
    const learner = await app.comeBack(begun);
    const { cards, due } = await look(learner);
    expect(JSON.stringify(cards)).not.toMatch(/because \d|closing|"right"|version|Source/);
    const [card] = cards;
    if (!card) throw new Error("nothing is due");
    const answers = await Promise.all(Array.from({ length: 6 }, () => give(learner, card)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.filter((one) => !one.ok);
    for (const one of refused) expect(one).toMatchObject({ problem: { code: "already-answered" } });
    expect(JSON.stringify(refused)).not.toMatch(/because \d/);
    expect((await look(learner)).due).toBe(due - 1);
    const log = await app.db
      .selectFrom("refresherReview")
      .select(["rating", "seconds"])
      .where("personId", "=", learner.id)
      .where("topic", "=", card.card)
      .orderBy("id")
      .execute();
    expect(log).toEqual([
      { rating: "again", seconds: null },
      { rating: "hard", seconds: 10 },
    ]);
  });

  it("goes away for longer each time it is right, and changes no standing when it is wrong", async () => {
    const learner = await app.signIn("learner");
    await sitQuiz(learner, 0);
    later(4);
    let person = await app.comeBack(learner);
    const comesAt: string[] = [];
    for (let due = await look(person); due.cards[0]; due = await look(person)) {
      comesAt.push(got(await give(person, due.cards[0])).nextAt);
    }
    expect(comesAt).toHaveLength(10);
    const days = comesAt.map((at) => (Date.parse(at) - app.clock.now().getTime()) / dayMs);
    expect(Math.min(...days)).toBeGreaterThan(5);
    later(Math.max(...days));
    person = await app.comeBack(learner);
    const before = got(await person.client("GET /api/standing", {})).standings;
    const [again] = (await look(person)).cards;
    if (!again) throw new Error("nothing came back");
    expect(again.turn).toBe(2);
    const wrong = got(await give(person, again, false));
    expect(wrong.marking.right).toBe(false);
    expect((Date.parse(wrong.nextAt) - app.clock.now().getTime()) / dayMs).toBeLessThan(4);
    const after = got(await person.client("GET /api/standing", {})).standings;
    expect(after.map(({ state }) => state)).toEqual(before.map(({ state }) => state));
  });

  it("begins with a lesson that was done, in small portions and two days later", async () => {
    const reader = await app.signIn("learner");
    const fact = { kind: "activity.passed", person: reader.id, actor: reader.id };
    const body = { activity: "lesson/m01-1" };
    await appendEvidence(app.db, [{ ...fact, body, at: app.clock.now() }]);
    expect((await look(reader)).due).toBe(0);
    later(2);
    const learner = await app.comeBack(reader);
    const { cards, due } = await look(learner);
    expect(due).toBe(3);
    expect(cards.every(({ first, turn }) => first && turn === 0)).toBe(true);
    const [card] = cards;
    if (!card) throw new Error("nothing is due");
    const twice = await Promise.all([give(learner, card), give(learner, card)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await look(learner)).due).toBe(2);
  });

  it("takes up what the questions of a lesson showed, what was missed the day after", async () => {
    const reader = await app.signIn("learner");
    const at = app.clock.now();
    const given = (exercise: string, firstRight: boolean) => ({
      personId: reader.id,
      place: "lesson/m01-4",
      exercise,
      exerciseVersion: "v",
      firstAnswer: "{}",
      firstRight,
      firstShare: Number(firstRight),
      firstAt: at,
      latestAnswer: "{}",
      latestAt: at,
      tries: 1,
    });
    const rows = [given("b1-1", true), given("b3-1", false), given("e01a", false)];
    await app.db.insertInto("exerciseAnswer").values(rows).execute();
    later(1);
    const learner = await app.comeBack(reader);
    expect((await look(learner)).cards.map(({ card }) => card)).toEqual(["b3"]);
    later(1);
    expect((await look(await app.comeBack(learner))).due).toBe(2);
  });

  it("follows the six months of the programme", async () => {
    const learner = await app.signIn("learner");
    expect((await look(learner)).cadence).toEqual([]);
    await sitQuiz(learner, 0);
    const soon = (await look(learner)).cadence;
    expect(soon.map(({ kind, quiz, due }) => [kind, quiz, due])).toEqual([
      ["five-minutes", "t1-month-2", false],
      ["refresher", "t1-refresher", false],
    ]);
    later(32);
    const person = await app.comeBack(learner);
    expect((await look(person)).cadence.map(({ due }) => due)).toEqual([true, false]);
    const params = { quiz: "t1-month-2" };
    const begun = got(await person.client("POST /api/quizzes/{quiz}/tries", { params }));
    expect(begun.of).toBe(5);
  });

  it("is nobody else's, and not there for a topic that does not exist", async () => {
    const learner = await app.signIn("learner");
    const answer = { kind: "choose" as const, picked: ["a"], because: [] };
    const body = { turn: 0, answer, seconds: 1 };
    for (const card of ["a1", "zz"]) {
      const ask = { params: { card }, body };
      expect(await learner.client("POST /api/refreshers/{card}/answers", ask)).toMatchObject({
        ok: false,
        problem: { code: "not-found" },
      });
    }
    expect(testItems.length).toBeGreaterThan(0);
  });
});
