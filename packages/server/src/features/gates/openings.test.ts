import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";
import { endPassed } from "./jobs.ts";

const gate = "deploy/production";
const params = { gate };
const hourMs = 3_600_000;
const begun = new Date("2026-11-21T12:00:00.000Z");
const policy = smallPolicy().replace(
  "asks: [basics] }",
  "asks: [basics], breakGlass: { roles: [lead, council], longest: 4 hours } }\n  closed: { title: Closed, mode: enforce, asks: [basics] }",
);

describe("a gate opened by hand", () => {
  let app: TestApp;
  let owner: TestPerson;
  let lead: TestPerson;
  let other: TestPerson;
  let learner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner, policy);
    [lead, other] = [await app.signIn("lead"), await app.signIn("council")];
  });
  beforeEach(async () => {
    app.clock.set(begun);
    learner = await app.signIn("learner");
  });
  afterAll(() => app.close());

  const reason = "payments are down since 03:10";
  const ask = (by = lead, person = learner.id, hours = 2, at = gate) =>
    by.client("POST /api/gates/{gate}/openings", {
      params: { gate: at },
      body: { person, reason, hours },
    });
  const asked = async (...order: Parameters<typeof ask>): Promise<string> => {
    const answer = await ask(...order);
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value.id;
  };
  const approve = (opening: string, by = other) =>
    by.client("POST /api/gates/{gate}/openings/{opening}/approval", {
      params: { gate, opening },
    });
  const end = (opening: string, by: TestPerson) =>
    by.client("POST /api/gates/{gate}/openings/{opening}/end", { params: { gate, opening } });
  const decide = async (person = learner.id) => {
    const asker = await app.comeBack(owner);
    const answer = await asker.client("POST /api/gates/{gate}/decisions", {
      params,
      body: { subject: { person } },
    });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  };
  const programOf = async (person: TestPerson, scopes: ("openings:ask" | "openings:approve")[]) => {
    const rights = { device: "a laptop", rights: scopes };
    const begin = await app.clientWith({})("POST /api/device-logins", { body: rights });
    if (!begin.ok) throw new Error(begin.problem.detail);
    const { code, secret } = begin.value;
    await person.client("POST /api/device-logins/{code}/confirmation", { params: { code } });
    const given = await app.clientWith({})("POST /api/device-logins/token", { body: { secret } });
    if (!given.ok) throw new Error(given.problem.detail);
    return { ...person, client: app.clientWith({ authorization: `Bearer ${given.value.token}` }) };
  };
  const codeOf = (answer: { ok: boolean; problem?: { code: string } }) =>
    answer.ok ? "ok" : answer.problem?.code;
  const facts = async (kind: string, person = learner.id) =>
    app.db
      .selectFrom("evidence")
      .select(["actor", "body", "at"])
      .where("kind", "=", kind)
      .where("person", "=", person)
      .execute();

  it("opens at the approval and closes at its end, with nobody doing anything", async () => {
    const opening = await asked();
    expect((await decide()).outcome).toBe("deny");
    expect(codeOf(await approve(opening))).toBe("ok");
    const open = await decide();
    const until = new Date(begun.getTime() + 2 * hourMs).toISOString();
    expect(open).toMatchObject({ outcome: "allow", opening, changesAt: until });
    expect(open.reasons.map(({ code }) => code)).toEqual(["opened", "lacks"]);
    // The offline rule's hour comes first.
    expect(open.until).toBe(new Date(begun.getTime() + hourMs).toISOString());
    app.clock.set(new Date(begun.getTime() + 2 * hourMs - 1));
    expect(await decide()).toMatchObject({ outcome: "allow", until });
    app.clock.set(new Date(begun.getTime() + 2 * hourMs));
    expect((await decide()).outcome).toBe("deny");
  });

  it("is evidence with both people, the reason and the end", async () => {
    const opening = await asked();
    await approve(opening);
    app.clock.set(new Date(begun.getTime() + 3 * hourMs));
    const { db } = app;
    await endPassed({ db, deps: app.wired.gates, clock: app.clock.now });
    await endPassed({ db, deps: app.wired.gates, clock: app.clock.now });
    const until = new Date(begun.getTime() + 2 * hourMs);
    expect(await facts("gate.opening-asked")).toMatchObject([
      { actor: lead.id, body: { opening, gate, reason, minutes: 120 } },
    ]);
    expect(await facts("gate.opening-approved")).toMatchObject([
      { actor: other.id, body: { opening, askedBy: lead.id, until: until.toISOString() } },
    ]);
    expect(await facts("gate.opening-ended")).toMatchObject([
      { actor: null, at: until, body: { opening, why: "time" } },
    ]);
  });

  it("is seen at once by whoever watches over gates", async () => {
    const opening = await asked();
    const list = async (state: "asked" | "open") => {
      const answer = await owner.client("GET /api/gate-openings", { query: { state } });
      return answer.ok ? answer.value.items.map(({ id }) => id) : [];
    };
    expect(await list("asked")).toContain(opening);
    await approve(opening);
    expect(await list("asked")).not.toContain(opening);
    expect(await list("open")).toContain(opening);
  });

  it("is approved by somebody else than who asked or whom it is for", async () => {
    const opening = await asked();
    expect(codeOf(await approve(opening, lead))).toBe("own-opening");
    const forOther = await asked(lead, other.id);
    expect(codeOf(await approve(forOther, other))).toBe("own-opening");
    expect((await decide(other.id)).outcome).toBe("deny");
  });

  it("is approved by roles that the policy names, whatever else somebody may do", async () => {
    const opening = await asked();
    expect(codeOf(await approve(opening, owner))).toBe("not-permitted");
    expect(codeOf(await approve(opening, await app.signIn("champion")))).toBe("not-permitted");
    expect((await decide()).outcome).toBe("deny");
  });

  it("can be asked for by everybody for themselves, and for others by the named roles alone", async () => {
    const opening = await asked(learner);
    expect(codeOf(await approve(opening))).toBe("ok");
    expect((await decide()).outcome).toBe("allow");
    expect(codeOf(await ask(await app.signIn("learner"), learner.id))).toBe("not-permitted");
  });

  it("dies after an hour that nobody approves, and is approved and ended once", async () => {
    const late = await asked();
    app.clock.set(new Date(begun.getTime() + hourMs));
    const approver = await app.comeBack(other);
    expect(codeOf(await approve(late, approver))).toBe("opening-closed");
    // And no longer stands in the way of another.
    const opening = await asked(await app.comeBack(lead));
    const both = await Promise.all([approve(opening, approver), approve(opening, approver)]);
    expect(both.map(codeOf).toSorted()).toEqual(["ok", "opening-closed"]);
    expect(codeOf(await end(opening, await app.comeBack(learner)))).toBe("ok");
    expect((await decide()).outcome).toBe("deny");
    expect(codeOf(await end(opening, approver))).toBe("opening-closed");
    expect(codeOf(await approve(opening, approver))).toBe("opening-closed");
  });

  it("is not asked twice, for longer, for nobody, or where the policy knows no way", async () => {
    await asked();
    expect(codeOf(await ask())).toBe("already-asked");
    expect(codeOf(await ask(lead, other.id, 4.5))).toBe("bad-input");
    expect(codeOf(await ask(lead, "01900000-0000-7000-8000-000000000000"))).toBe("not-found");
    expect(codeOf(await ask(lead, owner.id, 1, "closed"))).toBe("no-break-glass");
    expect(codeOf(await ask(lead, owner.id, 1, "nowhere"))).toBe("not-found");
  });

  it("closes with a policy that knows no way any more, and for a closed account", async () => {
    await approve(await asked());
    const params = { person: learner.id };
    const body = { reason: "left" };
    await owner.client("POST /api/people/{person}/deactivate", { params, body });
    expect((await decide()).outcome).toBe("deny");
    const next = await app.signIn("learner");
    await approve(await asked(lead, next.id));
    expect((await decide(next.id)).outcome).toBe("allow");
    await bringIntoForce(owner);
    expect((await decide(next.id)).outcome).toBe("deny");
    await bringIntoForce(owner, policy);
  });

  it("was open to whoever asks later about that time", async () => {
    const opening = await asked();
    await approve(opening);
    app.clock.set(new Date(begun.getTime() + hourMs));
    await end(opening, await app.comeBack(lead));
    const outcomeAt = async (minutes: number) => {
      const at = new Date(begun.getTime() + minutes * 60_000).toISOString();
      const asker = await app.comeBack(owner);
      const answer = await asker.client("GET /api/people/{person}/standing", {
        params: { person: learner.id },
        query: { at },
      });
      return answer.ok ? answer.value.gates.find((one) => one.gate === gate)?.outcome : null;
    };
    expect([await outcomeAt(30), await outcomeAt(60)]).toEqual(["allow", "deny"]);
  });

  it("is approved by a person, not by a program with somebody's token", async () => {
    const opening = await asked();
    const program = await programOf(other, ["openings:approve"]);
    expect(codeOf(await approve(opening, program))).toBe("not-permitted");
    expect((await decide()).outcome).toBe("deny");
    expect(codeOf(await approve(opening))).toBe("ok");
  });

  it("is asked for once, also by two at the same moment", async () => {
    const answers = await Promise.all([ask(), ask(other), ask(lead), ask(other)]);
    expect(answers.map(codeOf).sort()).toEqual([
      "already-asked",
      "already-asked",
      "already-asked",
      "ok",
    ]);
  });
});
