import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";
import { handOut } from "./hand-out.ts";
import { webhookJobs } from "./jobs.ts";
import { recordHappenings } from "./record-happening.ts";
import { modeChanged } from "./test-hooks.ts";

let app: TestApp;
let owner: TestPerson;
let lead: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  lead = await app.signIn("lead");
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.deleteFrom("happening").execute();
});

const happen = async (count: number, gate?: string) => {
  const at = app.clock.now();
  await recordHappenings(
    app.db,
    Array.from({ length: count }, () => modeChanged(at, gate)),
  );
  await handOut(app.db, at);
};
const list = async (query: object = {}, who = owner) => {
  const answer = await who.client("GET /api/happenings", { query });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
};
const seqs = async (query: object = {}) => (await list(query)).items.map(({ seq }) => seq);

describe("what happened", () => {
  it("is listed newest first, each once over all pages", async () => {
    await happen(7);
    const all = await seqs();
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    const paged: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: 3, ...(cursor === null ? {} : { cursor }) });
      paged.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    const wrong = await owner.client("GET /api/happenings", { query: { cursor: "x" } });
    expect(wrong.ok ? null : wrong.problem.code).toBe("bad-cursor");
  });

  it("gets its number after it is committed: what commits late comes behind what was read", async () => {
    await happen(1);
    const [before = 0] = await seqs();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const late = app.db.transaction().execute(async (tx) => {
      await recordHappenings(tx, [modeChanged(app.clock.now(), "late")]);
      await happen(1, "early");
      await held;
    });
    while ((await seqs()).length < 2);
    commit();
    await late;
    await handOut(app.db, app.clock.now());
    const { items } = await list();
    expect(items.map(({ seq, data }) => [seq - before, data["gate"]])).toEqual([
      [2, "late"],
      [1, "early"],
      [0, "deploy/production"],
    ]);
  });

  it("names a person only to those who may ask about people", async () => {
    const learner = await app.signIn("learner");
    const at = app.clock.now();
    const change = {
      type: "decision.changed" as const,
      person: learner.id,
      at,
      body: { gate: "x" },
    };
    await recordHappenings(app.db, [change]);
    await handOut(app.db, at);
    expect((await list()).items[0]?.data).toEqual({ person: learner.id, gate: "x" });
    expect((await list({}, lead)).items[0]?.data).toEqual({ gate: "x" });
    const refused = await learner.client("GET /api/happenings", {});
    expect(refused.ok ? null : refused.problem.code).toBe("not-permitted");
  });

  it("goes after thirty days with what was to be delivered of it, and numbers go on", async () => {
    await happen(3);
    const [last = 0] = await seqs();
    const clock = () => new Date(app.clock.now().getTime() + 31 * 86_400_000);
    const { signal } = new AbortController();
    await webhookJobs({ db: app.db, clock })["webhooks.clean"](null, signal);
    expect(await seqs()).toEqual([]);
    await happen(1);
    expect(await seqs()).toEqual([last + 1]);
  });
});

describe("the mode of a gate", () => {
  const [, followModes] = [0, (at: Date) => app.wired.webhooks.hooks.followers[1]?.(app.db, at)];
  const changes = async () => {
    await handOut(app.db, app.clock.now());
    return (await list({ type: "gate.mode_changed" })).items.map(({ data }) => data).toReversed();
  };

  it("is told when a policy changes it or its day comes, once for all nodes, and not at the first look", async () => {
    const now = app.clock.now();
    const turning = smallPolicy().replace(
      "mode: enforce,",
      "mode: observe, turns: [{ to: warn, on: 2026-12-01 }],",
    );
    await bringIntoForce(owner, turning);
    await followModes(now);
    expect(await changes()).toEqual([]);
    await followModes(new Date("2026-11-30T23:59:59.999Z"));
    expect(await changes()).toEqual([]);
    await followModes(new Date("2026-12-01T00:00:00.000Z"));
    await followModes(new Date("2026-12-01T00:00:01.000Z"));
    await bringIntoForce(owner);
    await followModes(now);
    expect(await changes()).toMatchObject([
      { gate: "deploy/production", from: "observe", to: "warn" },
      { gate: "deploy/production", from: "warn", to: "enforce" },
    ]);
  });
});
