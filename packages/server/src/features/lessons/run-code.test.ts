import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../test-app.ts";
import { give, open } from "./learner.test-data.ts";
import { withLessons } from "./lesson.test-data.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({}, withLessons);
});
afterAll(() => app.close());

describe("code", () => {
  it("runs in the range and is judged by cases, of which hidden ones only say whether they hold", async () => {
    const person = await app.signIn("learner");
    const view = JSON.stringify(await open(person, "code"));
    expect(view).not.toContain("9422");
    expect(view).not.toContain("2 * n");
    const half = "export const twice = (n: number): number => n === 2 ? 4 : 0;";
    const answer = await give(person, "code", {
      exercise: "e3",
      answer: { kind: "run", code: half },
    });
    expect(answer.ok ? null : answer.problem).toBeNull();
    expect(answer).toMatchObject({
      ok: true,
      value: {
        answer: {
          marking: { right: false, share: 0.5 },
          run: {
            load: null,
            cases: [
              { hidden: false, holds: true, args: "[2]", wanted: "4", got: "4" },
              { hidden: true, holds: false, args: null, wanted: null, got: null, error: null },
            ],
          },
        },
      },
    });
    expect(JSON.stringify(answer)).not.toContain("9422");
    expect((await open(person, "code")).answers).toMatchObject([
      { exercise: "e3", marking: { share: 0.5 }, answer: { kind: "run", code: half } },
    ]);
  });

  it("is run so many times a minute, then asked to wait", async () => {
    const person = await app.signIn("learner");
    await app.db
      .insertInto("rate")
      .values({
        bucket: `run:${person.id}`,
        count: 30,
        windowEndsAt: new Date(app.clock.now().getTime() + 40_000),
      })
      .execute();
    const body = { exercise: "e3", answer: { kind: "run" as const, code: "1" } };
    expect(await give(person, "code", body)).toMatchObject({
      ok: false,
      problem: { code: "too-many-tries", retryAfterSeconds: 40 },
    });
    expect((await open(person, "code")).answers).toEqual([]);
  });

  it("is not counted where the range itself fails", async () => {
    const person = await app.signIn("learner");
    await app.parts.range.close();
    const body = { exercise: "e3", answer: { kind: "run" as const, code: "1" } };
    expect(await give(person, "code", body)).toMatchObject({
      ok: false,
      problem: { code: "range-away", status: 503 },
    });
    expect((await open(person, "code")).progress).toMatchObject({ state: "none" });
  });
});
