import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AccountApp,
  createAccountApp,
  newVisitor,
  type Visitor,
} from "../../test-account-app.ts";
import { peopleImportJobs } from "./jobs.ts";

let app: AccountApp;
let owner: Visitor;
beforeAll(async () => {
  app = await createAccountApp();
  owner = await app.enter(["owner"], "owner@example.org");
});
afterAll(() => app.close());

const upload = (text: string, who = owner) =>
  app.ask(who, "POST /api/people/imports", { body: text });
const on = (id: string) => ({ params: { import: id } });
const show = async (id: string) =>
  (await app.ask(owner, "GET /api/people/imports/{import}", on(id))).body;
const start = (id: string) => app.ask(owner, "POST /api/people/imports/{import}/apply", on(id));
const links = (id: string) => app.ask(owner, "POST /api/people/imports/{import}/links", on(id));

type Deps = Parameters<typeof peopleImportJobs>[0];

const runJobs = async (change: Partial<Deps> = {}) => {
  const deps = { ...app.imports, db: app.db, clock: () => app.clock.now, ...change };
  const { "people-import.apply": apply } = peopleImportJobs(deps);
  while (app.queue.length > 0) await apply(app.queue[0]?.payload).then(() => app.queue.shift());
};

const countPeople = async (prefix: string) =>
  (await app.db.selectFrom("person").select("id").where("email", "like", `${prefix}%`).execute())
    .length;

const fileOf = (prefix: string, count: number, team = "Alpha") =>
  [
    "email,name,team",
    ...Array.from({ length: count }, (_, i) => `${prefix}${i}@example.org,Person ${i},${team}`),
  ].join("\n");

const imported = async (text: string) => {
  const { body } = await upload(text);
  await start(body.id);
  await runJobs();
  return show(body.id);
};

describe("the preview", () => {
  it("says what the file would do and writes nothing", async () => {
    await imported(
      "email,name,team,repos\nann@example.org,Ann,Alpha,api\nbob@example.org,Bob,Beta,\n",
    );
    const { body } = await upload(
      "email,name,team\nann@example.org,Ann,Gamma\nbob@example.org,Bob,Beta\ncy@example.org,Cy,\n",
    );
    expect(body).toMatchObject({
      state: "ready",
      rows: 3,
      adds: 1,
      changes: 1,
      unchanged: 1,
      absent: 1,
      faultCount: 0,
      done: 0,
      sample: [
        { line: 2, does: "change", email: "ann@example.org", changes: ["team: Alpha → Gamma"] },
        { line: 3, does: "nothing", changes: [] },
        { line: 4, does: "add", email: "cy@example.org", name: "Cy" },
      ],
    });
    expect(await countPeople("cy@")).toBe(0);
    expect(await show(body.id)).toEqual(body);
  });

  it("with faults cannot be applied", async () => {
    const { body } = await upload("email,name,tier\nx,X,9\nd@example.org,D,1\n");
    expect(body).toMatchObject({ state: "faulty", rows: 2, faultCount: 2 });
    expect((await start(body.id)).problem.code).toBe("import-not-ready");
    expect((await links(body.id)).problem.code).toBe("import-not-ready");
  });

  it("refuses what is no such file, and says where", async () => {
    const answer = await upload('email,name\n"a');
    expect(answer.problem).toMatchObject({
      code: "csv-not-readable",
      faults: [{ in: "body/line/2" }],
    });
  });

  it("points at the line that would take the last owner's role", async () => {
    const { body } = await upload("email,name,roles\nowner@example.org,Test owner,learner\n");
    expect(body.faults).toMatchObject([{ line: 2, column: "roles", value: "learner" }]);
  });

  it("points at somebody whose data was erased, until they were added by hand again", async () => {
    await imported(fileOf("erased", 1));
    const person = await app.db
      .selectFrom("person")
      .select("id")
      .where("email", "=", "erased0@example.org")
      .executeTakeFirstOrThrow();
    const done = await app.ask(owner, "POST /api/people/{person}/erase", {
      params: { person: person.id },
      body: { reason: "asked", confirm: "erased0@example.org" },
    });
    expect(done.status).toBe(200);
    const { body } = await upload(fileOf("erased", 2));
    expect(body.faults).toMatchObject([{ line: 2, column: "email", value: "erased0@example.org" }]);
    await app.ask(owner, "POST /api/people", {
      body: { email: "erased0@example.org", name: "Back again" },
    });
    expect((await upload(fileOf("erased", 2))).body.state).toBe("ready");
  });

  it("is for owners, and nobody else hears that there is one", async () => {
    const learner = await app.enter(["learner"]);
    expect((await upload(fileOf("z", 1), learner)).problem.code).toBe("not-permitted");
    const { body } = await upload(fileOf("z", 1));
    const answer = await app.ask(learner, "GET /api/people/imports/{import}", on(body.id));
    expect(answer.problem.code).toBe("not-found");
  });
});

describe("applying", () => {
  it("adds, changes only what the file has columns for, and says so once in the ledger", async () => {
    await imported(
      "email,name,team,job,tier,roles,repos\neve@example.org,Eve,A,Dev,2,lead,api;web\n",
    );
    const result = await imported("email,name,team\nEVE@example.org,Eve New,\n");
    expect(result).toMatchObject({ state: "done", done: 1, rows: 1, changes: 1 });
    const eve = await app.db
      .selectFrom("person")
      .selectAll()
      .where("email", "=", "eve@example.org")
      .executeTakeFirstOrThrow();
    expect(eve).toMatchObject({
      name: "Eve New",
      team: null,
      job: "Dev",
      tier: 2,
      roles: ["lead"],
      attributes: { repos: ["api", "web"] },
      version: 2,
    });
    const facts = await app.db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", "people-import.applied")
      .execute();
    expect(facts.at(-1)?.body).toEqual({
      counts: { rows: 1, added: 0, changed: 1, unchanged: 0 },
    });
  });

  it("asked for twice at the same time is done once", async () => {
    const { body } = await upload(fileOf("twice", 30));
    await Promise.all([start(body.id), start(body.id)]);
    expect(app.queue).toHaveLength(1);
    await runJobs();
    expect((await start(body.id)).body.state).toBe("done");
    expect(app.queue).toHaveLength(0);
  });

  it("goes on where it was killed, without doubling anything", async () => {
    const { body } = await upload(fileOf("kill", 1300));
    await start(body.id);
    let batches = 0;
    const dying: Partial<Deps> = {
      addPeople: async (...given) => {
        const added = await app.imports.addPeople(...given);
        batches += 1;
        // The people of this batch are written, the transaction is not committed: the worst moment.
        if (batches === 2) throw new Error("killed");
        return added;
      },
    };
    await expect(runJobs(dying)).rejects.toThrow("killed");
    expect(await show(body.id)).toMatchObject({ state: "running", done: 500 });
    expect(await countPeople("kill")).toBe(500);
    await runJobs();
    expect(await show(body.id)).toMatchObject({ state: "done", done: 1300 });
    expect(await countPeople("kill")).toBe(1300);
    const added = await app.db
      .selectFrom("evidence")
      .innerJoin("person", "person.id", "evidence.person")
      .select("evidence.id")
      .where("kind", "=", "person.added")
      .where("person.email", "like", "kill%")
      .execute();
    expect(added).toHaveLength(1300);
  });

  it("by two workers at once shares the work", async () => {
    const { body } = await upload(fileOf("share", 2000));
    await start(body.id);
    const payload = app.queue.shift()?.payload;
    const jobs = peopleImportJobs({ ...app.imports, db: app.db, clock: () => app.clock.now });
    await Promise.all([jobs["people-import.apply"](payload), jobs["people-import.apply"](payload)]);
    expect(await show(body.id)).toMatchObject({ state: "done", done: 2000 });
    expect(await countPeople("share")).toBe(2000);
  });

  it("meets people who were added or erased since the preview", async () => {
    const { body } = await upload(fileOf("late", 3, "Beta"));
    await app.ask(owner, "POST /api/people", {
      body: { email: "late0@example.org", name: "Early bird", team: "Alpha" },
    });
    const gone = await app.ask(owner, "POST /api/people", {
      body: { email: "late1@example.org", name: "Gone" },
    });
    await app.ask(owner, "POST /api/people/{person}/erase", {
      params: { person: gone.body.person.id },
      body: { reason: "asked", confirm: "late1@example.org" },
    });
    // The erasure forgot the waiting import, because it held the person's name.
    expect((await start(body.id)).problem.code).toBe("not-found");
    const again = await upload(
      "email,name,team\nlate0@example.org,Late 0,Beta\nlate2@example.org,Late 2,Beta\n",
    );
    expect(again.body).toMatchObject({ adds: 1, changes: 1 });
  });

  it("stops before it would take the last owner's role", async () => {
    const second = await app.enter(["owner"], "second@example.org");
    const { body } = await upload("email,name,roles\nowner@example.org,Test owner,learner\n");
    expect(body.state).toBe("ready");
    const me = (await app.ask(second, "GET /api/session")).body.person;
    await app.ask(owner, "PATCH /api/people/{person}", {
      params: { person: me?.id ?? "" },
      body: { version: me?.version, roles: ["learner"] },
    });
    await start(body.id);
    await runJobs();
    const result = await show(body.id);
    expect(result).toMatchObject({ state: "failed", done: 0 });
    expect(result.failure).toContain("without an owner");
    expect((await app.ask(owner, "GET /api/session")).body.person?.roles).toEqual(["owner"]);
  });

  it("keeps no rows of the file once it is over", async () => {
    const { id } = await imported(fileOf("kept", 3));
    const row = await app.db
      .selectFrom("peopleImport")
      .select("rows")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row.rows).toEqual([]);
  });
});

describe("the links", () => {
  it("come once, for those who were added, and let them in", async () => {
    const { id, linksDue } = await imported(fileOf("link", 2));
    expect(linksDue).toBe(2);
    const [head, first, second, end] = (await links(id)).text.split("\r\n");
    expect([head, end]).toEqual(["email,link,expires", ""]);
    expect(second).toMatch(/^link1@example\.org,http:\/\/localhost:7300\/sign-in#link=.{43},2026-/);
    const token = /#link=([^,]+)/.exec(first ?? "")?.[1];
    const come = await app.ask(newVisitor(), "POST /api/session/link", { body: { token } });
    expect(come.body.person?.email).toBe("link0@example.org");
    expect((await show(id)).linksDue).toBe(0);
    expect((await links(id)).text).toBe("email,link,expires\r\n");
  });
});
