import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, type Visitor } from "../../test-account-app.ts";
import { peopleJobs } from "./jobs.ts";
import { personFactsAsOf } from "./person-facts.ts";

let app: AccountApp;
let owner: Visitor;
beforeAll(async () => {
  app = await createAccountApp();
  owner = await app.enter(["owner"], "owner@example.org");
});
afterAll(() => app.close());

let count = 0;
const somebody = async () => {
  count += 1;
  const email = `quirin${count}@example.org`;
  const visitor = await app.enter(["learner", "council"], email);
  const id = (await app.ask(visitor, "GET /api/session")).body.person?.id ?? "";
  await app.ask(visitor, "PUT /api/account/password", {
    body: { current: null, next: "nine green teapots sing" },
  });
  return { visitor, id, email };
};
const erase = (person: string, body: unknown) =>
  app.ask(owner, "POST /api/people/{person}/erase", { params: { person }, body });

/** The tables that hold the word in any column of any row. */
const placesOf = async (word: string): Promise<readonly string[]> => {
  const tables = await app.db.introspection.getTables();
  const found: string[] = [];
  for (const { name } of tables.filter((table) => table.schema === "public")) {
    const { rows } = await sql`select * from ${sql.id(name)}`.execute(app.db);
    if (JSON.stringify(rows).toLowerCase().includes(word)) found.push(name);
  }
  return found;
};

/** What pipelines, forges and command lines know of somebody. */
const known = async (id: string): Promise<void> => {
  await sql`insert into forge_account
    values ('github.com', '77', ${id}, 'quirin-dev', 'imported', null, now())`.execute(app.db);
  await sql`insert into device_login (code, secret_hash, device, rights, network, asked_at, expires_at, person_id)
    values ('C', 'h', 'the laptop of Quirin', '{}', 'n', now(), now(), ${id})`.execute(app.db);
  await sql`insert into gate_opening (id, gate, person_id, reason, minutes, asked_by, asked_at)
    values (gen_random_uuid(), 'deploy', ${id}, 'Quirin is on call', 60, ${id}, now())`.execute(
    app.db,
  );
  await sql`insert into github_app
    values (${id}, 'a', 'https://api.github.com', '1', '', '', '[]', '[]', null, now())`.execute(
    app.db,
  );
  const account = { id: 77, login: "quirin-dev" };
  const ask = { opener: account, by: account };
  await sql`insert into github_change
    values (${id}, '1', 7, ${JSON.stringify(ask)}, 'abc', '[]', '{}', '{}', now())`.execute(app.db);
};

describe("erasing a person", () => {
  it("leaves no word of them anywhere, and a place that says nobody", async () => {
    const { id, email, visitor } = await somebody();
    await app.ask(owner, "POST /api/people/imports", {
      body: `email,name\n${email},Quirin Example\n`,
    });
    await known(id);
    expect((await placesOf("quirin")).toSorted()).toEqual([
      ...["device_login", "forge_account", "gate_opening"],
      ...["github_change", "people_import", "person"],
    ]);
    const answer = await erase(id, { reason: "asked to", confirm: email.toUpperCase() });
    expect(answer.body).toMatchObject({
      erasedEvidence: 4,
      person: { id, name: "Erased person", email: null, roles: [], status: "erased", team: null },
    });
    expect(await placesOf("quirin")).toEqual([]);
    expect((await app.ask(visitor, "GET /api/session")).body.next).toBe("sign-in");
    expect(await personFactsAsOf(app.db, id, app.clock.now)).toBeNull();
    expect(
      (await app.ask(owner, "GET /api/people", { query: { status: "erased" } })).body.total,
    ).toBe(1);
  });

  it("keeps that something was recorded, its leaf and its time, but nothing in it", async () => {
    const { id, email } = await somebody();
    const before = await app.db
      .selectFrom("evidence")
      .selectAll()
      .where("person", "=", id)
      .execute();
    await erase(id, { reason: "asked to", confirm: email });
    const after = await app.db
      .selectFrom("evidence")
      .selectAll()
      .where(
        "id",
        "in",
        before.map((row) => row.id),
      )
      .orderBy("id")
      .execute();
    const blank = { person: null, actor: null, body: null, salt: null };
    expect(after).toEqual(
      before.map((row) => ({ ...row, ...blank })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const said = await app.db
      .selectFrom("evidence")
      .select(["person", "body"])
      .where("kind", "=", "person.erased")
      .execute();
    expect(said).toContainEqual({
      person: null,
      body: { reason: "asked to", count: before.length },
    });
  });

  it("asks for the address once more, so that a slip erases nobody", async () => {
    const { id } = await somebody();
    const answer = await erase(id, { reason: "x", confirm: "owner@example.org" });
    expect(answer.problem).toMatchObject({ code: "bad-input", faults: [{ in: "body/confirm" }] });
  });

  it("happens once", async () => {
    const { id, email } = await somebody();
    const body = { reason: "x", confirm: email };
    const answers = await Promise.all([erase(id, body), erase(id, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const what of ["deactivate", "reactivate"] as const) {
      const answer = await app.ask(owner, `POST /api/people/{person}/${what}`, {
        params: { person: id },
        body: { reason: "x" },
      });
      expect(answer.problem.code).toBe("already-erased");
    }
  });

  it("keeps what they approved, by nobody's name, and forgets that they proposed", async () => {
    const { id, email } = await somebody();
    await sql`
      insert into policy_version (version, text, hash, resolved, state, note, proposed_by, proposed_at)
      values (1, '', 'x', '{}', 'proposed', '', ${id}, now())`.execute(app.db);
    await app.db
      .insertInto("policyApproval")
      .values({ version: 1, personId: id, note: "", approvedAt: app.clock.now })
      .execute();
    expect((await erase(id, { reason: "x", confirm: email })).status).toBe(200);
    const [version] = await app.db.selectFrom("policyVersion").select("proposedBy").execute();
    expect(version?.proposedBy).toBeNull();
    const approvals = await app.db.selectFrom("policyApproval").select("personId").execute();
    expect(approvals).toEqual([{ personId: id }]);
  });

  it("also reaches what another transaction was writing at that moment", async () => {
    const { id, email } = await somebody();
    const [row] = await app.db
      .selectFrom("evidence")
      .selectAll()
      .where("person", "=", id)
      .execute();
    if (!row) throw new Error("no evidence");
    await erase(id, { reason: "x", confirm: email });
    const late = { ...row, id: crypto.randomUUID(), body: JSON.stringify({ told: "something" }) };
    await app.db
      .insertInto("evidence")
      .values({ ...late, seq: null })
      .execute();
    await app.db
      .insertInto("learningClock")
      .values({ personId: id, beatAt: app.clock.now })
      .execute();
    await peopleJobs({ db: app.db, clock: () => app.clock.now })["people.finish-erasing"]();
    const [found] = await app.db
      .selectFrom("evidence")
      .selectAll()
      .where("id", "=", late.id)
      .execute();
    expect(found).toMatchObject({ person: null, body: null, salt: null });
    expect(await app.db.selectFrom("learningClock").selectAll().execute()).toEqual([]);
  });
});
