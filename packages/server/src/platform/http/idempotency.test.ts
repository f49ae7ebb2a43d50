import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

describe("the same request twice", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
  });
  afterAll(() => app.close());

  const add = (email: string, idempotencyKey?: string) =>
    owner.client("POST /api/people", {
      body: { email, name: "Ada" },
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  const count = async (email: string) =>
    (await app.db.selectFrom("person").select("id").where("email", "=", email).execute()).length;

  it("does it once and gives the same answer, one-time link included", async () => {
    const first = await add("once@test.example", "key-once-1");
    const second = await add("once@test.example", "key-once-1");
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await count("once@test.example")).toBe(1);
  });

  it("does it once when both come at the same time", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => add("race@test.example", "key-race-1")),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
  });

  it("is refused when the key comes with another request", async () => {
    await add("key@test.example", "key-used-1");
    const other = await add("other@test.example", "key-used-1");
    expect(other.ok ? null : other.problem.code).toBe("key-reused");
    expect(await count("other@test.example")).toBe(0);
  });

  it("may be tried again after a refusal, which is not remembered", async () => {
    await add("taken@test.example");
    const refused = await add("taken@test.example", "key-again-1");
    expect(refused.ok ? null : refused.problem.code).toBe("email-taken");
    const freed = await app.db
      .updateTable("person")
      .set({ email: "moved@test.example" })
      .where("email", "=", "taken@test.example")
      .executeTakeFirst();
    expect(Number(freed.numUpdatedRows)).toBe(1);
    expect((await add("taken@test.example", "key-again-1")).ok).toBe(true);
  });

  it("keeps no readable secret in the database", async () => {
    const answer = await add("secret@test.example", "key-secret-1");
    const secret = answer.ok ? (answer.value.invitation.url.split("#link=")[1] ?? "") : "";
    const { rows } = await app.parts.handle.pool.query("select answer from answered_request");
    expect(secret).not.toBe("");
    for (const row of rows) {
      const stored: Buffer = row.answer;
      expect(stored.toString("latin1")).not.toContain(secret);
    }
  });

  it("needs a key of a sensible form", async () => {
    const short = await add("short@test.example", "short");
    expect(short.ok ? null : short.problem.code).toBe("bad-input");
  });
});
