import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemo } from "./start-demo.ts";
import { createTestApp, type TestApp, testOrigin } from "./test-app.ts";

describe("a demo", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    const started = await startDemo(app.parts, app.wired, () => undefined);
    expect(started.ok).toBe(true);
  }, 60_000);
  afterAll(() => app.close());

  const owner = async () => {
    const link = await app.wired.demoOwnerLink(app.db, {
      origin: testOrigin,
      now: app.clock.now(),
    });
    const answer = await app.request("/api/session/link", {
      method: "POST",
      headers: { "content-type": "application/json", origin: testOrigin },
      body: JSON.stringify({ token: link?.url.split("#link=")[1] }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return app.clientWith({ cookie });
  };

  it("opens with an owner who sees a due, a current and a begun certificate", async () => {
    const client = await owner();
    const shown = await client("GET /api/standing", {});
    const states = shown.ok ? shown.value.standings.map((one) => [one.state, one.overdue]) : [];
    expect(states).toEqual([
      ["due", false],
      ["current", false],
      ["underway", false],
    ]);
  });

  it("has a year of evidence in the same form as real use, and two versions of the policy", async () => {
    const kinds = await app.db
      .selectFrom("evidence")
      .select(["kind", (eb) => eb.fn.countAll<number>().as("count")])
      .groupBy("kind")
      .execute();
    const count = (kind: string) => kinds.find((row) => row.kind === kind)?.count ?? 0;
    expect(count("person.added")).toBeGreaterThan(380);
    expect(count("policy.applied")).toBe(2);
    expect(count("activity.passed")).toBeGreaterThan(2_000);
  });

  it("has a certificate for everybody who has earned one, the owner's two among them", async () => {
    const client = await owner();
    const mine = await client("GET /api/me/certificates", {});
    const states = mine.ok ? mine.value.certificates.map(({ state }) => state) : [];
    expect(states).toEqual(["valid", "valid"]);
    const all = await app.db
      .selectFrom("certificate")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(all.count).toBeGreaterThan(100);
  });

  it("is not filled twice", async () => {
    const people = async () => (await app.db.selectFrom("person").select("id").execute()).length;
    const before = await people();
    expect((await startDemo(app.parts, app.wired, () => undefined)).ok).toBe(true);
    expect(await people()).toBe(before);
  });

  it("goes as a whole when it is removed, and leaves an empty place with a way in", async () => {
    const client = await owner();
    const removed = await client("DELETE /api/organisation/demo", {
      body: { confirm: "remove the demo" },
    });
    expect(removed.ok && removed.value.url).toContain("/sign-in#link=");
    const facts = await app.db.selectFrom("evidence").select("kind").execute();
    expect(facts.map((row) => row.kind)).toEqual(["person.added", "account.link-made"]);
    const organisation = await client("GET /api/organisation", {});
    expect(organisation.ok && organisation.value).toMatchObject({ demo: false, setUp: false });
  });
});

describe("a real organisation", () => {
  it("is neither filled with a demo nor emptied like one", async () => {
    const app = await createTestApp();
    try {
      const person = await app.signIn("owner");
      await app.signIn("learner");
      await app.wired.ensureFirstOwner(app.db, { origin: testOrigin, now: app.clock.now() });
      const started = await startDemo(app.parts, app.wired, () => undefined);
      expect(started.ok ? "" : started.error.sentence).toContain("never mixed");
      const removed = await person.client("DELETE /api/organisation/demo", {
        body: { confirm: "remove the demo" },
      });
      expect(removed.ok ? null : removed.problem.code).toBe("not-demo");
      await expect(app.parts.handle.pool.query("truncate evidence")).rejects.toThrow(
        /never emptied/,
      );
    } finally {
      await app.close();
    }
  });
});
