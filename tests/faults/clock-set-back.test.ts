import { seal } from "@checkride/server/features/evidence/seal";
import { markEverybody, refreshStale } from "@checkride/server/features/standing/refresh-standing";
import { appendEvidence } from "@checkride/server/platform/evidence/append-evidence";
import { createTestApp, type TestApp, type TestPerson } from "@checkride/server/test-app";
import { bringIntoForce, smallPolicy } from "@checkride/server/test-policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportOf } from "./ledger-of.ts";
import { must } from "./program.ts";

const minuteMs = 60_000;
const noon = new Date("2026-11-21T12:00:00.000Z");
const at = (minutes: number): Date => new Date(noon.getTime() + minutes * minuteMs);

/** The clock went an hour ahead, was noticed, and is set right again while people are at work. */
describe("a clock that is set back one hour", () => {
  let app: TestApp;
  let owner: TestPerson;
  let early: TestPerson;
  let late: TestPerson;

  const passed = (who: TestPerson) =>
    appendEvidence(app.db, [
      {
        kind: "activity.passed",
        person: who.id,
        actor: who.id,
        body: { activity: "lab/L26" },
        at: app.clock.now(),
      },
    ]);
  const stateOf = async (who: TestPerson) =>
    must(await who.client("GET /api/standing", {})).standings[0]?.state;
  const outcomeFor = async (who: TestPerson) => {
    const params = { gate: "deploy/production" };
    const body = { subject: { person: who.id } };
    return must(await owner.client("POST /api/gates/{gate}/decisions", { params, body })).outcome;
  };
  const work = async () => {
    const { handle } = app.parts;
    const { readSigner } = app.wired;
    const done = await seal({ db: handle.db, readSigner, clock: app.clock.now });
    expect(done.ok).toBe(true);
    const { signal } = new AbortController();
    while (await refreshStale(app.db, app.wired.standing, app.clock.now, signal));
  };

  beforeAll(async () => {
    app = await createTestApp();
    app.clock.set(at(-120));
    owner = await app.signIn("owner");
    [early, late] = [await app.signIn("learner"), await app.signIn("learner")];
    await bringIntoForce(owner);
    await passed(early);
    app.clock.set(noon);
    await passed(late);
    await work();
    expect([await stateOf(early), await stateOf(late)]).toEqual(["current", "current"]);
    app.clock.set(at(-60));
  });
  afterAll(() => app.close());

  it("ends no session, and people sign in as before", async () => {
    expect(must(await owner.client("GET /api/account", {})).sessions).toHaveLength(1);
    const fresh = await app.signIn("learner");
    expect(await stateOf(fresh)).toBe("none");
    expect(await stateOf(early)).toBe("current");
    expect(await outcomeFor(early)).toBe("allow");
  });

  it("counts new evidence at once, and what is dated ahead again when its moment comes", async () => {
    const fresh = await app.signIn("learner");
    await passed(fresh);
    expect([await stateOf(fresh), await outcomeFor(fresh)]).toEqual(["current", "allow"]);
    expect(await stateOf(late)).toBe("none");
    app.clock.set(noon);
    expect([await stateOf(late), await outcomeFor(late)]).toEqual(["current", "allow"]);
    app.clock.set(at(-60));
  });

  it("a policy applied now is in force now, and still when the old time comes again", async () => {
    await bringIntoForce(owner, smallPolicy("lab: L27"));
    await markEverybody(app.db, app.clock.now);
    await work();
    expect(await stateOf(early)).toBe("none");
    for (const minutes of [-59, 0, 60]) {
      app.clock.set(at(minutes));
      expect(await stateOf(early)).toBe("none");
      const shown = must(
        await owner.client("GET /api/people/{person}/standing", {
          params: { person: early.id },
          query: { at: at(minutes).toISOString() },
        }),
      );
      expect(shown.policy?.version).toBe(2);
    }
    app.clock.set(at(-30));
  });

  it("seals all of it in one tree that verifies, and says that the clock was set back", async () => {
    await work();
    const { report, rows } = await exportOf(owner.client);
    expect(report).toMatchObject({ ok: true, complete: true, faultCount: 0 });
    expect(report.notes.map(({ code }) => code)).toContain("clock-set-back");
    expect(rows.length).toBeGreaterThan(15);
    const shown = must(await owner.client("GET /api/ledger", {}));
    expect(shown).toMatchObject({ size: rows.length, waiting: 1 });
    const listed = must(await owner.client("GET /api/evidence", { query: { limit: 100 } }));
    expect(listed.items.length).toBe(rows.length + 1);
  });
});
