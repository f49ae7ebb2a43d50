import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountApp, createAccountApp, type Visitor } from "../../test-account-app.ts";
import { addPeople } from "./add-people.ts";

let app: AccountApp;
let auditor: Visitor;
beforeAll(async () => {
  app = await createAccountApp();
  auditor = await app.enter(["auditor"]);
  const nobody = { job: null, attributes: {}, startedAt: null };
  const people = Array.from({ length: 60 }, (_, i) => ({
    ...nobody,
    email: `p${i}@example.org`,
    // Several of one name, so that a page may end between them.
    name: `Person ${String(Math.floor(i / 3)).padStart(2, "0")}`,
    team: i < 40 ? "Alpha" : i < 57 ? "Beta" : i < 59 ? "Gamma" : null,
    tier: i % 2 === 0 ? (1 as const) : (2 as const),
    roles: i === 5 ? (["lead"] as const) : (["learner"] as const),
  }));
  const added = await addPeople(app.db, people, { actor: null, now: app.clock.now });
  await app.db
    .insertInto("standing")
    .values(
      added.slice(0, 30).map(({ id }, i) => ({
        personId: id,
        certificate: "safe-use",
        state: i < 10 ? ("current" as const) : ("none" as const),
        required: true,
        holds: i < 10,
        overdue: i >= 25,
        validUntil: null,
      })),
    )
    .execute();
  const told = [{ certificate: "safe-use", title: "Safe use" }];
  await sql`
    insert into person_standing (person_id, rules_hash, standings, computed_at)
    select person_id, 'x', ${JSON.stringify(told)}::jsonb, now() from standing`.execute(app.db);
});
afterAll(() => app.close());

const list = (query: Readonly<Record<string, string>> = {}) =>
  app.ask(auditor, "GET /api/people", { query });

describe("the list of people", () => {
  it("comes page by page, nobody twice, nobody left out", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: "7", ...(cursor ? { cursor } : {}) });
      seen.push(...page.body.items.map(({ id }) => id));
      expect(page.body.total).toBe(61);
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
  });

  it.each([
    [{ search: "P1@EXAMPLE" }, 1],
    [{ search: "son 0" }, 30],
    [{ search: "%" }, 0],
    [{ search: "_" }, 0],
    [{ search: "\\" }, 0],
    [{ search: " " }, 61],
    [{ team: "Gamma" }, 2],
    [{ role: "lead" }, 1],
    [{ tier: "2" }, 30],
    [{ status: "active" }, 1],
    [{ status: "invited" }, 60],
    [{ status: "erased" }, 0],
    [{ certificate: "safe-use" }, 30],
    [{ certificate: "safe-use", state: "current" }, 10],
    [{ state: "overdue" }, 5],
    [{ state: "none", team: "Alpha", tier: "1" }, 10],
  ])("filtered by %j has %i", async (query, total) => {
    const { body } = await list({ ...query, limit: "200" });
    expect([body.total, body.items.length]).toEqual([total, total]);
  });

  it("names the teams and shows each person's standings", async () => {
    const { body } = await list({ search: "p0@" });
    expect(body.teams).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(body.items[0]?.standings).toEqual([
      { certificate: "safe-use", state: "current", overdue: false, validUntil: null },
    ]);
  });

  it.each(["x", "", "bm90", "W10", Buffer.from('["a","b"]').toString("base64url")])(
    "refuses the page marker %j",
    async (cursor) => {
      expect((await list({ cursor })).problem.code).toBe("bad-cursor");
    },
  );

  it("refuses a filter that does not exist", async () => {
    expect((await list({ teem: "Alpha" })).status).toBe(400);
  });
});

describe("the counts", () => {
  it("add up, and never point at a team of fewer than five", async () => {
    const lead = await app.enter(["lead"]);
    const { body } = await app.ask(lead, "GET /api/people/counts");
    expect(body.people).toBe(62);
    expect(body.asked).toEqual({ people: 30, hold: 10, overdue: 5 });
    expect(body.certificates).toMatchObject([
      { certificate: "safe-use", title: "Safe use", required: 30, overdue: 5 },
    ]);
    expect(body.certificates[0]?.states).toMatchObject({ current: 10, none: 20, lapsed: 0 });
    expect(body.teams.map(({ team, people }) => [team, people])).toEqual([
      ["Alpha", 40],
      ["Beta", 17],
      [null, 5],
    ]);
  });
});
