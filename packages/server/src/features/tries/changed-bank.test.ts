import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../test-app.ts";
import { answerTo, testItems, withTestBank } from "../../test-bank.ts";

const got = <T>(answer: { ok: true; value: T } | { ok: false; problem: object }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("a try that is open while the bank changes", () => {
  const items = new Map(testItems.map((item) => [item.id, item]));
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({}, (shipped) => ({ ...withTestBank(shipped), items }));
  });
  afterAll(() => app.close());

  it("goes on with the questions as they were drawn", async () => {
    const learner = await app.signIn("learner");
    const params = { quiz: "t1" };
    const begun = got(await learner.client("POST /api/quizzes/{quiz}/tries", { params }));
    for (const item of testItems) {
      const ask = [{ kind: "text" as const, text: "Something else" }];
      items.set(item.id, { ...item, exercise: { ...item.exercise, ask }, version: "newer" });
    }
    const again = got(await learner.client("POST /api/quizzes/{quiz}/tries", { params }));
    expect(again.next).toEqual(begun.next);
    if (!begun.next) throw new Error("there is no question");
    const body = { place: 1, answer: answerTo(begun.next.exercise) };
    const at = { params: { try: begun.id }, body };
    const step = got(await learner.client("POST /api/quiz-tries/{try}/answers", at));
    expect(step.item.answered.marking.right).toBe(true);
    items.clear();
    const left = got(
      await learner.client("GET /api/quiz-tries/{try}", { params: { try: begun.id } }),
    );
    expect(left.items).toEqual([step.item]);
    expect(left.next).toEqual(step.next);
  });
});
