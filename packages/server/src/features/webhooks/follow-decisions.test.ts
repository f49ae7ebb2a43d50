import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

const gate = "deploy/production";

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  await bringIntoForce(owner);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.deleteFrom("happening").execute();
});

const told = async (person?: string) =>
  (
    await app.db
      .selectFrom("happening")
      .select(["type", "person", "body"])
      .where("type", "=", "decision.changed")
      .$if(person !== undefined, (query) => query.where("person", "=", person ?? ""))
      .orderBy("entry")
      .execute()
  ).map(({ body }) => body);
const look = async (person: TestPerson) => {
  const params = { person: person.id };
  const answer = await owner.client("GET /api/people/{person}/standing", { params });
  if (!answer.ok) throw new Error(answer.problem.detail);
};
const record = (person: TestPerson, kind: string, body: Record<string, string>) =>
  appendEvidence(app.db, [
    { kind, person: person.id, actor: person.id, body, at: app.clock.now() },
  ]);
const pass = (person: TestPerson) => record(person, "activity.passed", { activity: "lab/L26" });

describe("a change of a decision", () => {
  it("is told once, when it happens, with ids and codes and no name", async () => {
    const learner = await app.signIn("learner");
    await look(learner);
    expect(await told(learner.id)).toEqual([]);
    await pass(learner);
    await look(learner);
    await look(learner);
    const [change, ...more] = await told(learner.id);
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      gate,
      from: "deny",
      to: "allow",
      mode: "enforce",
      enforced: true,
      reasons: [{ code: "holds", certificate: "basics" }],
      remedy: [],
    });
    expect(JSON.stringify(change)).not.toMatch(/Test learner|test\.example/);
  });

  it("is told of somebody whom the first look lets through", async () => {
    const learner = await app.signIn("learner");
    await pass(learner);
    await look(learner);
    expect(await told(learner.id)).toMatchObject([{ from: "deny", to: "allow" }]);
  });

  it("is not told of somebody who was here before anybody looked", async () => {
    const learner = await app.signIn("learner");
    await app.db.insertInto("gateAllowed").values({ personId: learner.id, gates: null }).execute();
    await pass(learner);
    await look(learner);
    expect(await told(learner.id)).toEqual([]);
    await record(learner, "certificate.revoked", { certificate: "basics", reason: "shared" });
    await look(learner);
    expect(await told(learner.id)).toMatchObject([
      { to: "deny", reasons: [{ code: "lacks" }], remedy: [{ kind: "activity", ref: "lab/L26" }] },
    ]);
  });

  it("is told when the account is closed, and when its data go", async () => {
    const [closed, erased] = [await app.signIn("learner"), await app.signIn("learner")];
    for (const one of [closed, erased]) {
      await pass(one);
      await look(one);
    }
    const body = { reason: "left" };
    await owner.client("POST /api/people/{person}/deactivate", {
      params: { person: closed.id },
      body,
    });
    await look(closed);
    const { email } = await app.db
      .selectFrom("person")
      .select("email")
      .where("id", "=", erased.id)
      .executeTakeFirstOrThrow();
    const gone = await owner.client("POST /api/people/{person}/erase", {
      params: { person: erased.id },
      body: { reason: "asked", confirm: email ?? "" },
    });
    expect(gone.ok).toBe(true);
    for (const one of [closed, erased]) {
      expect((await told(one.id)).at(-1)).toMatchObject({ gate, from: "allow", to: "deny" });
    }
    const rows = await app.db.selectFrom("gateAllowed").select("personId").execute();
    expect(rows.map(({ personId }) => personId)).not.toContain(erased.id);
  });

  it("is told of a gate that comes or goes with a policy", async () => {
    const learner = await app.signIn("learner");
    await pass(learner);
    await look(learner);
    const text = smallPolicy().replace(gate, "deploy/staging");
    await bringIntoForce(owner, text);
    await app.db
      .insertInto("standingStale")
      .values({ personId: learner.id, since: app.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await look(learner);
    const changes = (await told(learner.id)).slice(1);
    expect(changes.map(({ gate: which, to }) => `${String(which)} ${String(to)}`).sort()).toEqual([
      "deploy/production deny",
      "deploy/staging allow",
    ]);
    await bringIntoForce(owner);
  });

  it("is there if, and only if, the standing is", async () => {
    const learner = await app.signIn("learner");
    await pass(learner);
    const { follow, ...rest } = {
      follow: app.wired.webhooks.followDecisions,
      ...app.wired.standing,
    };
    const inForce = await rest.policyInForce(app.db);
    const person = await rest.readPersonFacts(app.db, learner.id);
    if (!inForce || !person) throw new Error("not set up");
    const undone = app.db.transaction().execute(async (tx) => {
      const now = app.clock.now();
      await follow(tx, { personId: learner.id, person, inForce, standings: [], now });
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    await look(learner);
    expect(await told(learner.id)).toMatchObject([{ to: "allow" }]);
  });
});
