import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../platform/database.ts";
import { appendEvidence, type NewEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";
import { followRules, markEverybody, refreshStale } from "./refresh-standing.ts";

const passed = (person: string, at: Date, activity = "lab/L26"): NewEvidence => ({
  kind: "activity.passed",
  person,
  actor: person,
  body: { activity },
  at,
});

describe("stored standings", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner);
  });
  afterAll(() => app.close());

  const stateOf = async (who: TestPerson) => {
    const answer = await who.client("GET /api/standing", {});
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value.standings[0]?.state;
  };
  const listed = async (personId: string) =>
    (
      await app.db
        .selectFrom("standing")
        .select("state")
        .where("personId", "=", personId)
        .executeTakeFirst()
    )?.state;
  const refreshAll = async () => {
    const { signal } = new AbortController();
    while (await refreshStale(app.db, app.wired.standing, app.clock.now, signal));
  };
  const waiting = async () =>
    (await app.db.selectFrom("standingStale").select("personId").execute()).length;

  it("are right at once after new evidence, without any job", async () => {
    const learner = await app.signIn("learner");
    expect(await stateOf(learner)).toBe("none");
    await appendEvidence(app.db, [passed(learner.id, app.clock.now())]);
    expect(await stateOf(learner)).toBe("current");
  });

  it("are right at once after a change of the person's details", async () => {
    const learner = await app.signIn("learner");
    expect(await stateOf(learner)).toBe("none");
    const params = { person: learner.id };
    await owner.client("POST /api/people/{person}/deactivate", {
      params,
      body: { reason: "left" },
    });
    const shown = await owner.client("GET /api/people/{person}/standing", { params });
    expect(shown.ok && shown.value.standings).toEqual([]);
  });

  it("follow in the lists when the job has run, which then has nothing left to do", async () => {
    const learner = await app.signIn("learner");
    await appendEvidence(app.db, [passed(learner.id, app.clock.now())]);
    await refreshAll();
    expect(await listed(learner.id)).toBe("current");
    expect(await waiting()).toBe(0);
  });

  it("follow the clock at the one moment that changes them, found by index", async () => {
    const learner = await app.signIn("learner");
    const begun = app.clock.now();
    await appendEvidence(app.db, [passed(learner.id, begun)]);
    await refreshAll();
    const later = new Date(begun);
    later.setUTCFullYear(later.getUTCFullYear() + 2);
    app.clock.set(later);
    await refreshAll();
    expect(await listed(learner.id)).toBe("lapsed");
    app.clock.set(begun);
    const rows = await app.db.transaction().execute(async (tx) => {
      // A table of a few rows is read whole, index or not.
      await sql`set local enable_seqscan = off`.execute(tx);
      const explained = await sql`
        explain select person_id from person_standing
        where changes_at <= ${begun} order by changes_at limit 500`.execute(tx);
      return explained.rows;
    });
    expect(JSON.stringify(rows)).toContain("person_standing_by_change");
  });

  it("never miss evidence that is being written while they are computed", async () => {
    const second = openDatabase(app.settings, 2);
    const details = { team: null, job: null, tier: null, attributes: {}, startedAt: null };
    try {
      for (let round = 0; round < 30; round++) {
        const email = `race-${round}@test.example`;
        const person = { email, name: "Race", roles: ["learner" as const], ...details };
        const now = app.clock.now();
        const [added] = await app.wired.addPeople(app.db, [person], { actor: null, now });
        const id = added?.id ?? "";
        // Half of the writers are on their way when the refresh begins, half come while it works.
        const writing = second.db.transaction().execute(async (tx) => {
          await sql`select pg_sleep(${(round % 6) / 1000})`.execute(tx);
          await appendEvidence(tx, [passed(id, now)]);
          await sql`select pg_sleep(${(round % 4) / 1000})`.execute(tx);
        });
        const read = async () => (await app.wired.gates.readKnown(app.db, id, now))?.standings;
        await Promise.all([writing, refreshAll(), read()]);
        expect((await read())?.[0]?.state).toBe("current");
        await refreshAll();
        expect(await listed(id)).toBe("current");
      }
      expect(await waiting()).toBe(0);
    } finally {
      await second.close();
    }
  });

  it("count evidence of a clock that is ahead once its moment has come", async () => {
    const learner = await app.signIn("learner");
    const ahead = new Date(app.clock.now().getTime() + 2_000);
    await appendEvidence(app.db, [passed(learner.id, ahead)]);
    await refreshAll();
    expect(await stateOf(learner)).toBe("none");
    app.clock.set(ahead);
    expect(await stateOf(learner)).toBe("current");
  });

  it("are computed anew when the clock was set back", async () => {
    const learner = await app.signIn("learner");
    const today = app.clock.now();
    await appendEvidence(app.db, [passed(learner.id, today)]);
    app.clock.set(new Date(today.getTime() + 30 * 86_400_000));
    const due = await app.signIn("learner");
    await appendEvidence(app.db, [passed(due.id, app.clock.now())]);
    await refreshAll();
    app.clock.set(today);
    expect(await stateOf(learner)).toBe("current");
    expect(await stateOf(due)).toBe("none");
  });

  it("follow a new policy at once where they are read, and everywhere after the walk", async () => {
    const learner = await app.signIn("learner");
    await appendEvidence(app.db, [passed(learner.id, app.clock.now())]);
    await refreshAll();
    await bringIntoForce(owner, smallPolicy("lab: L27"));
    expect(await stateOf(learner)).toBe("none");
    await markEverybody(app.db, app.clock.now);
    await refreshAll();
    expect(await listed(learner.id)).toBe("none");
    await bringIntoForce(owner);
  });

  it("computed under other rules are found at a start and follow", async () => {
    const learner = await app.signIn("learner");
    await stateOf(learner);
    await markEverybody(app.db, app.clock.now);
    await refreshAll();
    await app.db
      .updateTable("personStanding")
      .set({ rulesHash: "an older release" })
      .where("personId", "=", learner.id)
      .execute();
    await followRules(app.db, app.wired.standing, app.clock.now());
    const marked = await app.db.selectFrom("standingStale").select("personId").execute();
    expect(marked.map((row) => row.personId)).toEqual([learner.id]);
    await refreshAll();
    expect(await waiting()).toBe(0);
  });

  it("of a past day are those of its policy, its evidence and its details", async () => {
    const learner = await app.signIn("learner");
    const begun = app.clock.now();
    const monday = new Date("2026-12-07T12:00:00.000Z");
    app.clock.set(monday);
    await appendEvidence(app.db, [passed(learner.id, monday)]);
    app.clock.set(new Date("2026-12-08T12:00:00.000Z"));
    // The first session has ended by then.
    const later = await app.signIn("owner");
    await bringIntoForce(later, smallPolicy("lab: L27"));
    const asOf = async (at: Date) => {
      const answer = await later.client("GET /api/people/{person}/standing", {
        params: { person: learner.id },
        query: { at: at.toISOString() },
      });
      if (!answer.ok) throw new Error(answer.problem.detail);
      return [answer.value.policy?.version, answer.value.standings[0]?.state];
    };
    const [then] = await asOf(monday);
    expect(await asOf(new Date(monday.getTime() - 1))).toEqual([then, "none"]);
    expect(await asOf(monday)).toEqual([then, "current"]);
    expect(await asOf(app.clock.now())).toEqual([Number(then) + 1, "none"]);
    app.clock.set(begun);
  });

  it("of the future are not told", async () => {
    const late = await app.signIn("owner");
    const answer = await late.client("GET /api/people/{person}/standing", {
      params: { person: late.id },
      query: { at: "2099-01-01T00:00:00Z" },
    });
    expect(answer.ok ? null : answer.problem.code).toBe("bad-input");
  });
});
