import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, type Visitor } from "../../test-account-app.ts";
import { findPerson, personFactsAsOf, readPersonFacts } from "./person-facts.ts";

const hourMs = 3_600_000;

let app: AccountApp;
let owner: Visitor;
beforeAll(async () => {
  app = await createAccountApp();
  owner = await app.enter(["owner"], "owner@example.org");
});
afterAll(() => app.close());

let count = 0;
const add = async (body: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  const answer = await app.ask(owner, "POST /api/people", {
    body: { email: `p${count}@example.org`, name: `Person ${count}`, ...body },
  });
  return answer.body.person;
};
const patch = (id: string, body: Readonly<Record<string, unknown>>, who = owner) =>
  app.ask(who, "PATCH /api/people/{person}", { params: { person: id }, body });
const act = (id: string, what: "deactivate" | "reactivate", reason = "because") =>
  app.ask(owner, `POST /api/people/{person}/${what}`, { params: { person: id }, body: { reason } });
const me = async (visitor: Visitor) => {
  const { person } = (await app.ask(visitor, "GET /api/session")).body;
  if (!person) throw new Error("not signed in");
  return person;
};
const factsOf = async (id: string) =>
  (
    await app.db
      .selectFrom("evidence")
      .select(["kind", "body"])
      .where("person", "=", id)
      .orderBy(sql`body ->> 'version'`)
      .execute()
  ).filter(({ kind }) => kind.startsWith("person."));

describe("adding a person", () => {
  it("answers the card and a link, and keeps the facts as evidence", async () => {
    const answer = await app.ask(owner, "POST /api/people", {
      body: {
        email: "Ada@Example.org",
        name: "Ada",
        team: "Payments",
        tier: 2,
        roles: ["learner", "lead", "learner"],
        attributes: { repos: ["api", "web"] },
        startedAt: "2026-01-02T00:00:00+02:00",
      },
    });
    expect(answer.body.person).toMatchObject({
      email: "ada@example.org",
      roles: ["learner", "lead"],
      startedAt: "2026-01-01T22:00:00.000Z",
      status: "invited",
      version: 1,
    });
    expect(answer.body.invitation.url).toMatch(/^http:\/\/localhost:7300\/sign-in#link=/);
    expect(await factsOf(answer.body.person.id)).toEqual([
      {
        kind: "person.added",
        body: {
          version: 1,
          facts: {
            team: "Payments",
            job: null,
            tier: 2,
            roles: ["learner", "lead"],
            attributes: { repos: ["api", "web"] },
            startedAt: "2026-01-01T22:00:00.000Z",
            active: true,
          },
        },
      },
    ]);
  });

  it("twice at the same time adds one", async () => {
    const ask = { body: { email: "twin@example.org", name: "Twin" } };
    const answers = await Promise.all([
      app.ask(owner, "POST /api/people", ask),
      app.ask(owner, "POST /api/people", ask),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe("email-taken");
  });

  it("repeated with the same key answers the same and adds nobody again", async () => {
    const ask = {
      body: { email: "once@example.org", name: "Once" },
      headers: { "idempotency-key": "add-once-1" },
    };
    const [first, second] = await Promise.all([
      app.ask(owner, "POST /api/people", ask),
      app.ask(owner, "POST /api/people", ask),
    ]);
    expect(second.body).toEqual(first.body);
  });

  it("points at every fault", async () => {
    const answer = await app.ask(owner, "POST /api/people", {
      body: { email: "x", name: " ", tier: 4, roles: ["boss"], attributes: { "Cost Center": [] } },
    });
    expect(answer.status).toBe(400);
    expect(answer.problem.faults?.map((fault) => fault.in).sort()).toEqual([
      "body/attributes/Cost Center",
      "body/email",
      "body/name",
      "body/roles/0",
      "body/tier",
    ]);
  });
});

describe("changing a person", () => {
  it("raises the version and says in the ledger which fields changed", async () => {
    const person = await add();
    const answer = await patch(person.id, { version: 1, team: "Search", name: "New Name" });
    expect(answer.body).toMatchObject({ team: "Search", name: "New Name", version: 2 });
    const last = (await factsOf(person.id)).at(-1);
    expect(last).toMatchObject({
      kind: "person.changed",
      body: { changed: ["name", "team"], facts: { team: "Search" } },
    });
  });

  it("of two at the same time lets one win and tells the other", async () => {
    const person = await add();
    const answers = await Promise.all([
      patch(person.id, { version: 1, team: "One" }),
      patch(person.id, { version: 1, team: "Two" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe("conflict");
  });

  it("into what they are already changes nothing", async () => {
    const person = await add({ team: "Payments" });
    const answer = await patch(person.id, { version: 1, team: "Payments" });
    expect(answer.body.version).toBe(1);
    expect(await factsOf(person.id)).toHaveLength(1);
  });

  it("to an address that is taken is refused, also at the same moment", async () => {
    const [a, b] = [await add(), await add()];
    expect((await patch(a.id, { version: 1, email: b.email })).problem.code).toBe("email-taken");
    const both = await Promise.all([
      patch(a.id, { version: 1, email: "same@example.org" }),
      patch(b.id, { version: 1, email: "same@example.org" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each(["00000000-0000-0000-0000-000000000000", "not-an-id", "1; drop table person"])(
    "with the id %j finds nothing or says what is wrong",
    async (id) => {
      expect([400, 404]).toContain((await patch(id, { version: 1 })).status);
    },
  );

  it("is as if nobody were there to those who may not know", async () => {
    const learner = await app.enter(["learner"]);
    const person = await add();
    expect((await patch(person.id, { version: 1, team: "x" }, learner)).status).toBe(404);
  });
});

describe("the last owner", () => {
  it("stays, whatever is tried", async () => {
    const { id, version } = await me(owner);
    expect((await patch(id, { version, roles: ["learner"] })).problem.code).toBe("last-owner");
    expect((await act(id, "deactivate")).problem.code).toBe("last-owner");
    const erase = await app.ask(owner, "POST /api/people/{person}/erase", {
      params: { person: id },
      body: { reason: "x", confirm: "owner@example.org" },
    });
    expect(erase.problem.code).toBe("last-owner");
  });

  it("is still the last while the other one has only been invited", async () => {
    const other = await add({ roles: ["owner"] });
    const { id, version } = await me(owner);
    expect((await patch(id, { version, roles: ["learner"] })).problem.code).toBe("last-owner");
    await patch(other.id, { version: 1, roles: ["learner"] });
  });

  it("of two who step down at the same time stays", async () => {
    const second = await app.enter(["owner"]);
    const [a, b] = [await me(owner), await me(second)];
    const answers = await Promise.all([
      patch(a.id, { version: a.version, roles: ["learner"] }, owner),
      patch(b.id, { version: b.version, roles: ["learner"] }, second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    if (answers[0]?.status === 200) owner = second;
  });
});

describe("deactivating and reactivating", () => {
  it("does each once, with its reason in the ledger", async () => {
    const person = await add();
    expect((await act(person.id, "deactivate", "on leave")).body.status).toBe("deactivated");
    expect((await act(person.id, "deactivate")).body.version).toBe(2);
    expect((await act(person.id, "reactivate", "back")).body.status).toBe("invited");
    const facts = await factsOf(person.id);
    expect(facts.slice(1)).toMatchObject([
      { kind: "person.deactivated", body: { reason: "on leave", facts: { active: false } } },
      { kind: "person.reactivated", body: { reason: "back", facts: { active: true } } },
    ]);
  });

  it("ends the invitation, and makes no new one until the person is back", async () => {
    const person = await add();
    await act(person.id, "deactivate");
    const answer = await app.ask(owner, "POST /api/people/{person}/invitation", {
      params: { person: person.id },
    });
    expect(answer.problem.code).toBe("conflict");
  });
});

describe("a person's facts", () => {
  it("can be asked for as of a past moment", async () => {
    const before = app.clock.now;
    app.later(hourMs);
    const person = await add({ team: "Old", tier: 1 });
    const added = app.clock.now;
    app.later(hourMs);
    await patch(person.id, { version: 1, team: "New" });
    const changed = app.clock.now;
    app.later(hourMs);
    await act(person.id, "deactivate");
    const asOf = (at: Date) => personFactsAsOf(app.db, person.id, at);
    expect(await asOf(before)).toBeNull();
    expect(await asOf(added)).toMatchObject({ id: person.id, team: "Old", tier: 1, active: true });
    expect(await asOf(changed)).toMatchObject({ team: "New", active: true });
    expect(await asOf(app.clock.now)).toMatchObject({ team: "New", active: false });
    expect(await readPersonFacts(app.db, person.id)).toEqual(await asOf(app.clock.now));
  });

  it("come in the order of the changes, though the clock was set back between them", async () => {
    const person = await add({ team: "First" });
    app.later(hourMs);
    await patch(person.id, { version: 1, team: "Second" });
    const latest = app.clock.now;
    app.later(-hourMs / 2);
    await patch(person.id, { version: 2, team: "Third" });
    expect(await personFactsAsOf(app.db, person.id, latest)).toMatchObject({ team: "Third" });
    app.later(hourMs / 2);
  });

  it("are found by id or by address", async () => {
    const person = await add({ email: "find@example.org" });
    expect((await findPerson(app.db, "FIND@example.org"))?.id).toBe(person.id);
    expect((await findPerson(app.db, person.id))?.email).toBe("find@example.org");
    expect(await findPerson(app.db, "nobody")).toBeNull();
  });
});
