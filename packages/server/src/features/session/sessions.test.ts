import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AccountApp,
  createAccountApp,
  newVisitor,
  type Visitor,
} from "../../test-account-app.ts";

const hourMs = 3_600_000;

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

const next = async (visitor: Visitor) => (await app.ask(visitor, "GET /api/session")).body.next;

describe("a session", () => {
  it("lasts through a working day of silence and no longer", async () => {
    const visitor = await app.enter(["learner"]);
    app.later(12 * hourMs - 1000);
    expect(await next(visitor)).toBe("choose-sign-in");
    app.later(12 * hourMs);
    expect(await next(visitor)).toBe("sign-in");
  });

  it("ends after a month however much it is used", async () => {
    const visitor = await app.enter(["learner"]);
    for (let hours = 0; hours < 30 * 24 - 8; hours += 8) {
      app.later(8 * hourMs);
      expect(await next(visitor)).toBe("choose-sign-in");
    }
    app.later(8 * hourMs);
    expect(await next(visitor)).toBe("sign-in");
  });

  it("writes when it was last seen at most once a minute", async () => {
    const visitor = await app.enter(["learner"]);
    const seen = async () =>
      (await app.ask(visitor, "GET /api/account")).body.sessions[0]?.lastSeenAt;
    const first = await seen();
    app.later(59_000);
    expect(await seen()).toBe(first);
    app.later(1_000);
    expect(await seen()).toBe(app.clock.now.toISOString());
  });

  it("survives a clock that is set back", async () => {
    const visitor = await app.enter(["learner"]);
    app.later(-5 * hourMs);
    expect(await next(visitor)).toBe("choose-sign-in");
    app.later(5 * hourMs);
  });

  it.each(["", "x", "a".repeat(43), "a".repeat(9000), "%00%ff", "'; --"])(
    "with the cookie %j is nobody's",
    async (cookie) => {
      const visitor = newVisitor();
      visitor.jar.set("checkride_session", cookie);
      expect(await next(visitor)).toBe("sign-in");
    },
  );

  it("is gone at once when it is ended, here or from another device", async () => {
    const email = "two@example.org";
    const first = await app.enter(["learner"], email);
    await app.ask(first, "PUT /api/account/password", {
      body: { current: null, next: "nine green teapots sing" },
    });
    const second = newVisitor();
    await app.ask(second, "POST /api/session/password", {
      body: { email, password: "nine green teapots sing" },
    });
    const { sessions } = (await app.ask(first, "GET /api/account")).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current)?.id ?? "";
    const ended = await app.ask(first, "DELETE /api/account/sessions/{session}", {
      params: { session: other },
    });
    expect(ended.status).toBe(204);
    expect(await next(second)).toBe("sign-in");
    const kept = new Map(first.jar);
    expect((await app.ask(first, "DELETE /api/session")).status).toBe(204);
    expect(first.jar.has("checkride_session")).toBe(false);
    expect(await next({ ...first, jar: kept })).toBe("sign-in");
  });

  it("of somebody else cannot be ended", async () => {
    const victim = await app.enter(["learner"]);
    const attacker = await app.enter(["learner"]);
    const session = (await app.ask(victim, "GET /api/account")).body.sessions[0]?.id ?? "";
    const answer = await app.ask(attacker, "DELETE /api/account/sessions/{session}", {
      params: { session },
    });
    expect(answer.status).toBe(404);
    expect(await next(victim)).toBe("choose-sign-in");
  });

  it("ends for all devices but this one when asked", async () => {
    const here = await app.enter(["learner"], "many@example.org");
    await app.ask(here, "PUT /api/account/password", {
      body: { current: null, next: "nine green teapots sing" },
    });
    const there = newVisitor();
    await app.ask(there, "POST /api/session/password", {
      body: { email: "many@example.org", password: "nine green teapots sing" },
    });
    await app.ask(here, "DELETE /api/account/sessions");
    expect([await next(here), await next(there)]).toEqual(["home", "sign-in"]);
  });

  it("ends when its person is deactivated", async () => {
    const learner = await app.enter(["learner"]);
    const owner = await app.enter(["owner"]);
    const person = (await app.ask(learner, "GET /api/session")).body.person?.id ?? "";
    await app.ask(owner, "POST /api/people/{person}/deactivate", {
      params: { person },
      body: { reason: "left" },
    });
    expect(await next(learner)).toBe("sign-in");
  });

  it("keeps no secret readable in the database", async () => {
    const visitor = await app.enter(["learner"]);
    const secret = visitor.jar.get("checkride_session") ?? "";
    const rows = await app.db.selectFrom("session").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("that the browser still carried ends when somebody signs in anew", async () => {
    const visitor = await app.enter(["learner"], "anew@example.org");
    await app.ask(visitor, "PUT /api/account/password", {
      body: { current: null, next: "nine green teapots sing" },
    });
    const planted = { ...visitor, jar: new Map(visitor.jar) };
    await app.ask(visitor, "POST /api/session/password", {
      body: { email: "anew@example.org", password: "nine green teapots sing" },
    });
    expect([await next(planted), await next(visitor)]).toEqual(["sign-in", "home"]);
  });

  it("counts though a proxy in front adds its own kind of authorization", async () => {
    const visitor = await app.enter(["learner"]);
    const answer = await app.ask(visitor, "GET /api/session", {
      headers: { authorization: "Basic dXNlcjpwYXNz" },
    });
    expect(answer.body.person).not.toBeNull();
  });

  it("cannot be used from another site", async () => {
    const visitor = await app.enter(["learner"]);
    const answer = await app.ask(visitor, "DELETE /api/account/sessions", {
      headers: { origin: "https://evil.example" },
    });
    expect(answer.problem.code).toBe("foreign-origin");
  });
});
