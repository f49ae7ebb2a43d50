import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, type Visitor } from "../../test-account-app.ts";

const dayMs = 86_400_000;

let app: AccountApp;
let owner: Visitor;
beforeAll(async () => {
  app = await createAccountApp();
  owner = await app.enter(["owner"]);
});
afterAll(() => app.close());

const make = (scopes: readonly string[], expiresInDays = 90, who = owner) =>
  app.ask(who, "POST /api/tokens", { body: { name: "pipeline", scopes, expiresInDays } });

const program = (token: string): Visitor => ({ jar: new Map(), ip: "203.0.113.9", token });

describe("an access token", () => {
  it("is shown once and does what it is for, nothing else", async () => {
    const { body } = await make(["people:read"]);
    expect(body.secret).toMatch(/^ckr_[A-Za-z0-9_-]{43}$/);
    const listed = await app.ask(owner, "GET /api/tokens");
    expect(listed.body.tokens[0]).toEqual(body.token);
    expect(listed.text).not.toContain(body.secret);
    const robot = program(body.secret);
    expect((await app.ask(robot, "GET /api/people")).status).toBe(200);
    expect((await app.ask(robot, "GET /api/tokens")).problem.code).toBe("not-permitted");
  });

  it("ends at its date and at once when it is ended", async () => {
    const short = (await make(["people:read"], 1)).body;
    const other = (await make(["people:read"])).body;
    await app.ask(owner, "DELETE /api/tokens/{token}", { params: { token: other.token.id } });
    const ended = await app.ask(program(other.secret), "GET /api/people");
    expect(ended.problem.code).toBe("token-not-valid");
    const before = app.clock.now;
    app.later(dayMs);
    const expired = await app.ask(program(short.secret), "GET /api/session");
    expect(expired.problem.code).toBe("token-not-valid");
    app.clock.now = before;
    const again = { params: { token: other.token.id } };
    expect((await app.ask(owner, "DELETE /api/tokens/{token}", again)).status).toBe(404);
  });

  it("never has more rights than its owner has today", async () => {
    const second = await app.enter(["owner", "council"]);
    const { secret } = (await make(["people:write", "policy:approve"], 90, second)).body;
    const me = (await app.ask(second, "GET /api/session")).body.person;
    const patched = await app.ask(owner, "PATCH /api/people/{person}", {
      params: { person: me?.id ?? "" },
      body: { version: me?.version, roles: ["council"] },
    });
    expect(patched.status).toBe(200);
    const session = await app.ask(program(secret), "GET /api/session");
    expect(session.body.rights).toEqual(["policy:approve"]);
    await app.ask(owner, "POST /api/people/{person}/deactivate", {
      params: { person: me?.id ?? "" },
      body: { reason: "left" },
    });
    const gone = await app.ask(program(secret), "GET /api/session");
    expect(gone.problem.code).toBe("token-not-valid");
  });

  it("is not made with rights that its maker lacks, that do not exist or that are never given", async () => {
    const narrow = program((await make(["tokens:write", "people:read"])).body.secret);
    const beyond = await make(["people:read", "people:write"], 90, narrow);
    expect(beyond.problem.faults).toMatchObject([{ in: "body/scopes/1" }]);
    expect((await make(["account:own"])).status).toBe(400);
    expect((await make(["people:fly"])).problem.faults?.[0]?.says).toBe("no such right");
    expect((await make([])).status).toBe(400);
  });

  it("made by a token does not outlive it", async () => {
    const parent = (await make(["tokens:write"], 2)).body;
    const child = (await make(["tokens:write"], 366, program(parent.secret))).body;
    expect(child.token.expiresAt).toBe(parent.token.expiresAt);
  });

  it("says when it was last used, at most once a minute", async () => {
    const { token, secret } = (await make(["people:read"])).body;
    const last = async () =>
      (await app.ask(owner, "GET /api/tokens")).body.tokens.find(({ id }) => id === token.id)
        ?.lastUsedAt;
    expect(await last()).toBeNull();
    await app.ask(program(secret), "GET /api/people");
    const first = await last();
    app.later(30_000);
    await app.ask(program(secret), "GET /api/people");
    expect(await last()).toBe(first);
  });

  it.each([
    "",
    "x",
    "ckr_",
    `ckr_${"a".repeat(43)}`,
    `ckr_${"ü".repeat(43)}`.slice(0, 4),
    "ckr_'; --",
  ])("of the form %j is refused as not valid", async (token) => {
    const visitor = { jar: new Map(owner.jar), ip: "203.0.113.9" };
    const answer = await app.ask(visitor, "GET /api/people", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.problem.code).toBe("token-not-valid");
  });
});
