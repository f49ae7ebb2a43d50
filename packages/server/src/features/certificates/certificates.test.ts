import type { CertificateRecord } from "@checkride/api/certificates";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

let app: TestApp;
let owner: TestPerson;
const start = new Date("2026-11-21T12:00:00.000Z");
const dayMs = 86_400_000;

beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  await bringIntoForce(owner);
});
afterAll(() => app.close());

const pass = async (person: TestPerson, at = app.clock.now()): Promise<void> => {
  const body = { activity: "lab/L26" };
  await appendEvidence(app.db, [
    { kind: "activity.passed", person: person.id, actor: person.id, body, at },
  ]);
};

const look = (person: TestPerson) => app.wired.gates.readKnown(app.db, person.id, app.clock.now());

const certificatesOf = async (person: TestPerson): Promise<readonly CertificateRecord[]> => {
  await look(person);
  const answer = await (await app.comeBack(person)).client("GET /api/me/certificates", {});
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value.certificates;
};

const kindsOf = async (person: TestPerson) => {
  const rows = await app.db
    .selectFrom("evidence")
    .select("kind")
    .where("person", "=", person.id)
    .where("kind", "like", "certificate.%")
    .orderBy("kind")
    .execute();
  return rows.map(({ kind }) => kind);
};

const holder = async (): Promise<TestPerson> => {
  app.clock.set(start);
  const learner = await app.signIn("learner");
  await pass(learner);
  await look(learner);
  return learner;
};

const revoke = async (certificate: string, reason = "answers were shared") =>
  (await app.comeBack(owner)).client("POST /api/certificates/{certificate}/revocation", {
    params: { certificate },
    body: { reason },
  });

describe("a certificate", () => {
  it("is issued the moment its standing becomes current, once", async () => {
    const learner = await holder();
    const [one, ...others] = await certificatesOf(learner);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      certificate: "basics",
      title: "The basics",
      state: "valid",
      counts: true,
      validFrom: start.toISOString(),
      replaces: null,
      showName: false,
    });
    await pass(learner);
    expect(await certificatesOf(learner)).toEqual([one]);
    expect(await kindsOf(learner)).toEqual(["certificate.issued"]);
  });

  it("is issued once when two computations meet", async () => {
    app.clock.set(start);
    const learner = await app.signIn("learner");
    await pass(learner);
    await Promise.all([look(learner), look(learner), look(learner)]);
    expect(await certificatesOf(learner)).toHaveLength(1);
  });

  it("is not given for an exemption", async () => {
    app.clock.set(start);
    const learner = await app.signIn("learner");
    const exempt = `exemptions:
  - { person: ${learner.id}, certificate: basics, reason: on leave, approver: ${owner.id}, until: 2027-01-01 }`;
    await bringIntoForce(
      await app.comeBack(owner),
      smallPolicy().replace("exemptions: []", exempt),
    );
    expect((await look(learner))?.standings[0]?.state).toBe("exempt");
    expect(await certificatesOf(learner)).toEqual([]);
    await bringIntoForce(await app.comeBack(owner));
  });

  it("that is renewed is another one, and the older is good until its own end", async () => {
    const learner = await holder();
    app.clock.set(new Date(start.getTime() + 300 * dayMs));
    await pass(learner);
    const [second, first] = await certificatesOf(learner);
    expect(second).toMatchObject({ state: "valid", replaces: first?.id });
    expect(first).toMatchObject({ state: "renewed", counts: true });
    expect(await kindsOf(learner)).toEqual(["certificate.issued", "certificate.renewed"]);
    app.clock.set(new Date(first?.validUntil ?? ""));
    expect((await certificatesOf(learner)).map(({ state }) => state)).toEqual(["valid", "expired"]);
  });

  it("ends with its time, and whoever passes later gets another", async () => {
    const learner = await holder();
    const [first] = await certificatesOf(learner);
    app.clock.set(new Date(first?.validUntil ?? ""));
    expect(await certificatesOf(learner)).toMatchObject([{ state: "expired", counts: false }]);
    await pass(learner);
    expect((await certificatesOf(learner)).map(({ state }) => state)).toEqual(["valid", "expired"]);
  });

  it("is withdrawn, with words, when what it rests on is taken away", async () => {
    const learner = await holder();
    const [{ evidence: [rests = ""] = [] } = {}] = await certificatesOf(learner);
    const body = { evidence: rests };
    await appendEvidence(app.db, [
      { kind: "evidence.voided", person: learner.id, actor: owner.id, body, at: start },
    ]);
    expect(await certificatesOf(learner)).toMatchObject([
      { state: "withdrawn", counts: false, reason: "Safe or unsafe? has not been passed." },
    ]);
    expect(await kindsOf(learner)).toEqual(["certificate.issued", "certificate.withdrawn"]);
  });

  it("follows a policy that asks for something else", async () => {
    const learner = await holder();
    await bringIntoForce(await app.comeBack(owner), smallPolicy().replace("The basics", "Basics"));
    const [second, first] = await certificatesOf(learner);
    expect(second).toMatchObject({ title: "Basics", state: "valid", replaces: first?.id });
    await bringIntoForce(await app.comeBack(owner), smallPolicy("lab: L27"));
    expect((await certificatesOf(learner)).map((one) => [one.state, one.counts])).toEqual([
      ["withdrawn", false],
      ["renewed", false],
    ]);
    await bringIntoForce(await app.comeBack(owner));
  });

  it("of a shorter standing makes the longer paper void", async () => {
    const learner = await holder();
    await bringIntoForce(
      await app.comeBack(owner),
      smallPolicy().replace(
        "asks: [{ lab: L26 }]",
        "validity: 6 months, refresh: 6 months, asks: [{ lab: L26 }]",
      ),
    );
    expect((await certificatesOf(learner)).map((one) => [one.state, one.counts])).toEqual([
      ["valid", true],
      ["renewed", false],
    ]);
    await bringIntoForce(await app.comeBack(owner));
  });
});

describe("a revocation", () => {
  it("ends the certificate, the standing, the gate and every older paper", async () => {
    const learner = await holder();
    app.clock.set(new Date(start.getTime() + 300 * dayMs));
    await pass(learner);
    const [second] = await certificatesOf(learner);
    const answer = await revoke(second?.id ?? "");
    expect(answer).toMatchObject({
      ok: true,
      value: { state: "revoked", counts: false, reason: "answers were shared" },
    });
    expect((await certificatesOf(learner)).map((one) => [one.state, one.counts])).toEqual([
      ["revoked", false],
      ["renewed", false],
    ]);
    const [standing] = (await look(learner))?.standings ?? [];
    expect([standing?.state, standing?.holds]).toEqual(["lapsed", false]);
    await pass(learner, new Date(app.clock.now().getTime() + 1));
    app.clock.set(new Date(app.clock.now().getTime() + 1));
    expect((await certificatesOf(learner))[0]).toMatchObject({ state: "valid", replaces: null });
  });

  it("happens once, and to nothing that has ended", async () => {
    const learner = await holder();
    const [one] = await certificatesOf(learner);
    expect((await revoke(one?.id ?? "")).ok).toBe(true);
    const again = await revoke(one?.id ?? "");
    expect(again.ok ? null : again.problem.code).toBe("certificate-ended");
    expect(await kindsOf(learner)).toEqual(["certificate.issued", "certificate.revoked"]);
  });

  it("is an owner's to give", async () => {
    const learner = await holder();
    const [one] = await certificatesOf(learner);
    const tried = await learner.client("POST /api/certificates/{certificate}/revocation", {
      params: { certificate: one?.id ?? "" },
      body: { reason: "I do not want it" },
    });
    expect(tried.ok ? null : tried.problem.code).toBe("not-permitted");
  });
});

describe("the public page", () => {
  const publicOf = async (certificate: string) => {
    const answer = await app.clientWith({})("GET /api/certificates/{certificate}", {
      params: { certificate },
    });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  };

  it("says what is proven and names nobody unless they want it", async () => {
    const learner = await holder();
    const [one] = await certificatesOf(learner);
    const id = one?.id ?? "";
    expect(await publicOf(id)).toMatchObject({
      says: "Checkride certifies that its holder has earned “The basics”; it is valid until 21 November 2027.",
      holder: null,
      counts: true,
    });
    const show = (person: TestPerson) =>
      person.client("PATCH /api/me/certificates/{certificate}", {
        params: { certificate: id },
        body: { showName: true },
      });
    expect((await show(await app.signIn("learner"))).ok).toBe(false);
    expect((await show(learner)).ok).toBe(true);
    expect((await publicOf(id)).holder).toBe("Test learner");
    await revoke(id);
    const after = await publicOf(id);
    expect(after.says).toContain("revoked the certificate on 21 November 2026");
    expect(JSON.stringify(after)).not.toContain("answers were shared");
  });
});

describe("what was certified", () => {
  it("is never changed, not even by whoever holds the database", async () => {
    const learner = await holder();
    const [one] = await certificatesOf(learner);
    const change = (set: ReturnType<typeof sql>) =>
      sql`update certificate set ${set} where id = ${one?.id ?? ""}`.execute(app.db);
    await expect(change(sql`valid_until = valid_until + interval '1 day'`)).rejects.toThrow(
      "never",
    );
    await expect(change(sql`person_id = ${owner.id}`)).rejects.toThrow("never changed");
  });
});
