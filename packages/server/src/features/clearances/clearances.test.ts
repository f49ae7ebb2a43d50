import { readKeySet } from "@checkride/verifier/read-key-set";
import { readToken } from "@checkride/verifier/read-token";
import { verifyClearance } from "@checkride/verifier/verify-clearance";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

const gate = "deploy/production";
const minuteMs = 60_000;
const withRule = (rule: string, ask?: string): string =>
  smallPolicy(ask).replace("mode: enforce", `mode: ${rule}`);

describe("a clearance", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(
      owner,
      withRule("enforce, offline: { maxAge: 30 minutes, otherwise: allow }"),
    );
  });
  afterAll(() => app.close());

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
  const askOwn = (person: TestPerson, of = gate) =>
    person.client("POST /api/me/gates/{gate}/clearances", { params: { gate: of } });
  const askAbout = (person: string, asker = owner) =>
    asker.client("POST /api/gates/{gate}/clearances", {
      params: { gate },
      body: { subject: { person } },
    });
  const verify = async (clearance: string, issuer: string, now = app.clock.now(), of = gate) => {
    const keys = readKeySet(await (await app.request("/.well-known/jwks.json")).text());
    if (!keys.ok) throw new Error(keys.error.says);
    return verifyClearance(clearance, keys.value, { issuer, gate: of, now });
  };

  it("is a yes that verifies with the published keys alone, as long as the gate allows", async () => {
    const learner = await app.signIn("learner");
    await pass(learner.id);
    const answer = await askOwn(learner);
    if (!answer.ok) throw new Error(answer.problem.detail);
    const { clearance, issuer, decision } = answer.value;
    const now = app.clock.now();
    const until = new Date(now.getTime() + 30 * minuteMs);
    expect(decision).toMatchObject({ outcome: "allow", person: learner.id });
    expect(await verify(clearance, issuer)).toEqual({
      ok: true,
      value: { person: learner.id, gate, until },
    });
    expect((await verify(clearance, issuer, new Date(until.getTime() + minuteMs))).ok).toBe(false);
    expect((await verify(clearance, issuer, now, "deploy/staging")).ok).toBe(false);
    expect((await verify(clearance, "https://evil.example")).ok).toBe(false);
  });

  it("says who may pass and nothing else about them", async () => {
    const learner = await app.signIn("learner");
    await pass(learner.id);
    const answer = await askAbout(learner.id);
    const read = readToken(answer.ok ? answer.value.clearance : "");
    if (!read.ok) throw new Error(read.error.says);
    expect(read.value.header).toEqual({
      alg: "RS256",
      typ: "clearance+jwt",
      kid: expect.stringContaining("/issuer/keys/"),
    });
    expect(read.value.claims).toEqual({
      iss: expect.any(String),
      sub: learner.id,
      aud: gate,
      iat: expect.any(Number),
      nbf: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
      outcome: "allow",
      mode: "enforce",
      earned: true,
      policy: expect.any(Number),
      offline: { otherwise: "allow" },
    });
  });

  it("is refused at a closed gate, with what is missing and where it is done", async () => {
    const learner = await app.signIn("learner");
    const answer = await askOwn(learner);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.problem).toMatchObject({ code: "gate-closed", status: 403 });
    expect(answer.problem.wayOut).toContain("/labs/L26");
    expect(answer.problem.decision).toMatchObject({
      outcome: "deny",
      remedy: [{ ref: "lab/L26" }],
      links: { remedy: [{ url: expect.stringContaining("/labs/L26") }] },
    });
    const evidence = await app.db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", "gate.decided")
      .where("person", "=", learner.id)
      .executeTakeFirst();
    expect(evidence?.body).toMatchObject({ gate, outcome: "deny" });
  });

  it("is for others only with the right to ask for them, and never for nobody", async () => {
    const learner = await app.signIn("learner");
    await pass(owner.id);
    const foreign = await askAbout(owner.id, learner);
    expect(foreign).toMatchObject({ ok: false, problem: { code: "not-found" } });
    const unlinked = await owner.client("POST /api/gates/{gate}/clearances", {
      params: { gate },
      body: { subject: { account: { forge: "github.com", id: "1" } } },
    });
    expect(unlinked).toMatchObject({ ok: false, problem: { code: "gate-closed" } });
    expect(await askOwn(owner, "no/such-gate")).toMatchObject({ problem: { code: "not-found" } });
  });

  it("of a gate that does not enforce says so, and ends when the gate begins to", async () => {
    const turns = new Date(app.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const rule = `warn, turns: { to: enforce, on: ${turns} }, offline: { maxAge: 5 days }`;
    await bringIntoForce(owner, withRule(rule));
    const learner = await app.signIn("learner");
    const answer = await askOwn(learner);
    if (!answer.ok) throw new Error(answer.problem.detail);
    const read = readToken(answer.value.clearance);
    expect(read).toMatchObject({ value: { claims: { mode: "warn", earned: false } } });
    expect(await verify(answer.value.clearance, answer.value.issuer)).toMatchObject({
      value: { until: new Date(turns) },
    });
    const unlinked = await owner.client("POST /api/gates/{gate}/clearances", {
      params: { gate },
      body: { subject: { account: { forge: "github.com", id: "1" } } },
    });
    expect(unlinked.ok).toBe(false);
  });
});
