import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../platform/ids.ts";
import { createTestApp, type TestApp } from "../../test-app.ts";
import { testItems, withTestBank } from "../../test-bank.ts";
import { readItemSums } from "./store.ts";

const others = ["b1-1", "c1-1", "d1-1", "e1-1"];

describe("what answers say about a question", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({}, withTestBank);
  });
  afterAll(() => app.close());

  type Given = {
    /** Whether `a1-1` was right, and how many of the four others. */
    readonly right: boolean;
    readonly rest: number;
    readonly isFirst?: boolean;
    readonly isOver?: boolean;
  };

  const sit = async (item: string, { right, rest, isFirst = true, isOver = true }: Given) => {
    const now = app.clock.now();
    const { id: personId } = await app.db
      .insertInto("person")
      .values({
        id: newId(now),
        name: "Learner",
        email: null,
        roles: ["learner"],
        attributes: "{}",
        startedAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const tryId = newId(now);
    await app.db
      .insertInto("itemTry")
      .values({
        id: tryId,
        personId,
        activity: "quiz/t1",
        number: 1,
        seed: "",
        bankVersion: "",
        drawn: "[]",
        startedAt: now,
        endedAt: isOver ? now : null,
      })
      .execute();
    const answers = [item, ...others].map((one, index) => {
      const isRight = index === 0 ? right : index <= rest;
      return {
        tryId,
        place: index + 1,
        item: one,
        version: "v",
        isFirst,
        answer: "{}",
        isRight,
        share: Number(isRight),
        answeredAt: now,
      };
    });
    await app.db.insertInto("itemAnswer").values(answers).execute();
  };

  it("counts first answers of tries that are over, against the rest of the try", async () => {
    const item = "a1-1";
    await sit(item, { right: true, rest: 1 });
    await sit(item, { right: true, rest: 2 });
    await sit(item, { right: false, rest: 4 });
    await sit(item, { right: true, rest: 4, isFirst: false });
    await sit(item, { right: true, rest: 4, isOver: false });
    const [sums] = await readItemSums(app.db, [item], 100);
    expect(sums).toEqual({
      item,
      answers: 3,
      right: 2,
      rest: 1.75,
      restSquared: 0.0625 + 0.25 + 1,
      restWhenRight: 0.75,
    });
  });

  it("flags what good learners miss, what everybody knows and what nobody does", async () => {
    for (let n = 0; n < 20; n++) {
      await sit("a2-1", { right: n < 10, rest: n < 10 ? 1 : 4 });
      await sit("a4-1", { right: true, rest: n % 4 });
      await sit("a5-1", { right: n < 3, rest: n < 3 ? 4 : 1 });
    }
    const owner = await app.signIn("owner");
    const answer = await owner.client("GET /api/items", {});
    if (!answer.ok) throw new Error(answer.problem.detail);
    const { items, flagged } = answer.value;
    const flagsOf = (id: string) => items.find(({ item }) => item === id)?.flags;
    expect(flagsOf("a2-1")).toEqual(["misleads"]);
    expect(flagsOf("a4-1")).toEqual(["too-easy"]);
    expect(flagsOf("a5-1")).toEqual(["too-hard"]);
    expect(flagsOf("a1-1")).toEqual([]);
    expect(flagged).toBeGreaterThanOrEqual(3);
    expect(items[0]?.flags.length).toBeGreaterThan(0);
    expect(items).toHaveLength(testItems.length);
  });

  it("stays quick to say: only the newest answers are looked at", async () => {
    const [few] = await readItemSums(app.db, ["a2-1"], 5);
    expect(few?.answers).toBe(5);
    expect(await readItemSums(app.db, ["o5-2"], 5)).toEqual([]);
  });
});
