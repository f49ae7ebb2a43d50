import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce } from "../../test-policy.ts";

const gate = "deploy/production";
const day = 86_400_000;

describe("a gate", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner);
  });
  afterAll(() => app.close());

  const ask = async (person: string, asker = owner) => {
    const params = { gate };
    const subject = person.includes("@") ? { email: person } : { person };
    const answer = await asker.client("POST /api/gates/{gate}/decisions", {
      params,
      body: { subject },
    });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  };
  const pass = (person: string) =>
    appendEvidence(app.db, [
      {
        kind: "activity.passed",
        person,
        actor: person,
        body: { activity: "lab/L26" },
        at: app.clock.now(),
      },
    ]);
  const recorded = async (person: string) =>
    (
      await app.db
        .selectFrom("evidence")
        .select("body")
        .where("kind", "=", "gate.decided")
        .where("person", "=", person)
        .orderBy("id")
        .execute()
    ).map((row) => row.body);

  it("denies with the shortest way to an allow, and allows the moment that is done", async () => {
    const learner = await app.signIn("learner");
    const denied = await ask(learner.id);
    expect(denied).toMatchObject({ outcome: "deny", enforced: true });
    expect(denied.remedy.map((one) => one.ref)).toEqual(["lab/L26"]);
    await pass(learner.id);
    expect((await ask(learner.id)).outcome).toBe("allow");
  });

  it("knows people by address too, whatever its capitals", async () => {
    const learner = await app.signIn("learner");
    const row = await app.db
      .selectFrom("person")
      .select("email")
      .where("id", "=", learner.id)
      .executeTakeFirstOrThrow();
    expect((await ask((row.email ?? "").toUpperCase())).person).toBe(learner.id);
  });

  it("stays closed to somebody who was deactivated, whatever they hold", async () => {
    const learner = await app.signIn("learner");
    await pass(learner.id);
    expect((await ask(learner.id)).outcome).toBe("allow");
    const params = { person: learner.id };
    await owner.client("POST /api/people/{person}/deactivate", {
      params,
      body: { reason: "left" },
    });
    const denied = await ask(learner.id);
    expect(denied.outcome).toBe("deny");
    expect(denied.reasons.map((reason) => reason.code)).toContain("inactive");
  });

  it("closes at the moment when the certificate ends, not at the next refresh", async () => {
    const learner = await app.signIn("learner");
    await pass(learner.id);
    const open = await ask(learner.id);
    const end = new Date(open.changesAt ?? 0);
    const begun = app.clock.now();
    try {
      for (let at: Date | null = end; at; ) {
        app.clock.set(new Date(at.getTime() - 1));
        const asker = await app.signIn("owner");
        const before = await ask(learner.id, asker);
        app.clock.set(at);
        const after = await ask(learner.id, asker);
        expect(before.outcome).toBe("allow");
        if (after.outcome === "deny") return;
        at = after.changesAt ? new Date(after.changesAt) : null;
      }
      throw new Error("it never closed");
    } finally {
      app.clock.set(begun);
    }
  });

  it("records a changed answer once, however often and simultaneously it is asked", async () => {
    const learner = await app.signIn("learner");
    await Promise.all(Array.from({ length: 20 }, () => ask(learner.id)));
    expect(await recorded(learner.id)).toMatchObject([{ outcome: "deny", repeatsBefore: 0 }]);
    await app.wired.answerBook.flush(app.db);
    await pass(learner.id);
    await ask(learner.id);
    const facts = await recorded(learner.id);
    expect(facts).toHaveLength(2);
    // Both are of one moment of the test's clock, so they come in any order.
    const [allowed] = facts.filter((fact) => fact?.["outcome"] === "allow");
    expect(allowed).toMatchObject({ repeatsBefore: 19 });
  });

  it("notices within one flush that another node recorded a different answer", async () => {
    const learner = await app.signIn("learner");
    await ask(learner.id);
    await app.db
      .updateTable("gateAnswer")
      .set({ fingerprint: "of another answer" })
      .where("personId", "=", learner.id)
      .execute();
    await ask(learner.id);
    await app.wired.answerBook.flush(app.db);
    expect(await recorded(learner.id)).toHaveLength(1);
    await ask(learner.id);
    expect(await recorded(learner.id)).toHaveLength(2);
  });

  it("records an unchanged answer anew after a day, with the count of its repeats", async () => {
    const learner = await app.signIn("learner");
    const begun = app.clock.now();
    await ask(learner.id);
    for (let times = 0; times < 5; times++) await ask(learner.id);
    app.clock.set(new Date(begun.getTime() + day));
    await ask(learner.id, await app.signIn("owner"));
    app.clock.set(begun);
    expect(await recorded(learner.id)).toMatchObject([{ repeatsBefore: 0 }, { repeatsBefore: 5 }]);
  });

  it("that does not exist answers like a person who does not exist", async () => {
    const noGate = await owner.client("POST /api/gates/{gate}/decisions", {
      params: { gate: "deploy/nowhere" },
      body: { subject: { person: owner.id } },
    });
    const noPerson = await owner.client("POST /api/gates/{gate}/decisions", {
      params: { gate },
      body: { subject: { email: "nobody@test.example" } },
    });
    for (const answer of [noGate, noPerson]) {
      expect(answer.ok ? null : answer.problem).toMatchObject({ code: "not-found", status: 404 });
    }
  });
});
