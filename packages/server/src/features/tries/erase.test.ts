import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { answerTo, withTestBank } from "../../test-bank.ts";

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp({}, withTestBank);
  owner = await app.signIn("owner");
});
afterAll(() => app.close());

const sit = async (person: TestPerson): Promise<void> => {
  const ask = { params: { quiz: "t1" } };
  const begun = got(await person.client("POST /api/quizzes/{quiz}/tries", ask));
  const params = { try: begun.id };
  for (let { next } = begun; next; ) {
    const body = { place: next.place, answer: answerTo(next.exercise) };
    next = got(await person.client("POST /api/quiz-tries/{try}/answers", { params, body })).next;
  }
};

const rowsOf = async (personId: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const tables = ["itemTry", "competencyLevel", "refresherCard", "refresherReview"] as const;
  for (const table of tables) {
    const rows = await app.db
      .selectFrom(table)
      .select("personId")
      .where("personId", "=", personId)
      .execute();
    counts[table] = rows.length;
  }
  return counts;
};

it("tries, levels and cards go with the person, and nobody else's do", async () => {
  const learner = await app.signIn("learner");
  const other = await app.signIn("learner");
  await sit(learner);
  await sit(other);
  const before = await rowsOf(other.id);
  expect(before).toMatchObject({ itemTry: 1, refresherCard: 10, refresherReview: 10 });
  const params = { person: learner.id };
  const { email } = got(await owner.client("GET /api/people/{person}", { params }));
  const body = { reason: "asked for it", confirm: email ?? "" };
  got(await owner.client("POST /api/people/{person}/erase", { params, body }));
  expect(Object.values(await rowsOf(learner.id))).toEqual([0, 0, 0, 0]);
  expect(await rowsOf(other.id)).toEqual(before);
  const answers = await app.db.selectFrom("itemAnswer").select("tryId").execute();
  expect(answers).toHaveLength(10);
});

it("an answer and a review cannot be changed, not even in the database", async () => {
  for (const table of ["item_answer", "refresher_review"]) {
    const update = sql`update ${sql.id(table)} set version = 'other'`.execute(app.db);
    await expect(update).rejects.toThrow("never changed");
  }
});
