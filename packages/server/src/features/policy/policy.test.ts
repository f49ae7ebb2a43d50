import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

const policy = (mode: string, asks = "lab: L26") => `checkride: 1
name: Test
audiences:
  all:
    title: Everybody
    because: everybody is asked
    who: everyone
certificates:
  basics:
    title: The basics
    for: [all]
    asks:
      - ${asks}
gates:
  deploy/production:
    title: Deploy
    mode: ${mode}
    asks: [basics]
exemptions: []
approvals:
  count: 1
  roles: [council]
`;

describe("the policy", () => {
  let app: TestApp;
  let owner: TestPerson;
  let council: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    council = await app.signIn("council");
  });
  afterAll(() => app.close());

  const propose = async (text: string) => {
    const proposed = await owner.client("POST /api/policy/proposals", { body: { text, note: "" } });
    if (!proposed.ok) throw new Error(proposed.problem.detail);
    return proposed.value.version;
  };
  const apply = (version: number) =>
    owner.client("POST /api/policy/proposals/{version}/apply", { params: { version } });
  const approve = (who: TestPerson, version: number) =>
    who.client("POST /api/policy/proposals/{version}/approve", { params: { version }, body: {} });
  const evidenceOf = async (kind: string) =>
    app.db.selectFrom("evidence").select("body").where("kind", "=", kind).execute();

  beforeEach(async () => {
    const versions = await app.db.selectFrom("policyVersion").select("version").execute();
    if (versions.length === 0) {
      // The first policy has nobody who could have said what it needs.
      const first = await apply(await propose(policy("observe")));
      expect(first.ok && first.value.state).toBe("in-force");
    }
  });

  it("comes into force only with the approval that the one before it asks for", async () => {
    const version = await propose(policy("warn"));
    const early = await apply(version);
    expect(early.ok ? null : early.problem).toMatchObject({ code: "approvals-missing" });
    expect(early.ok ? "" : early.problem.detail).toContain("council");
    expect((await approve(council, version)).ok).toBe(true);
    const late = await apply(version);
    expect(late.ok && late.value.state).toBe("in-force");
  });

  it("is not approved by whoever proposed it, nor counted twice for one person", async () => {
    const version = await propose(policy("enforce"));
    const own = await approve(owner, version);
    expect(own.ok ? null : own.problem.code).toBe("own-proposal");
    await approve(council, version);
    const twice = await approve(council, version);
    expect(twice.ok && twice.value.approvals.length).toBe(1);
  });

  it("counts no approval of somebody who has lost the role since", async () => {
    const leaver = await app.signIn("council");
    const version = await propose(policy("enforce"));
    await approve(leaver, version);
    const card = await owner.client("GET /api/people/{person}", { params: { person: leaver.id } });
    await owner.client("PATCH /api/people/{person}", {
      params: { person: leaver.id },
      body: { version: card.ok ? card.value.version : 0, roles: ["learner"] },
    });
    const applied = await apply(version);
    expect(applied.ok ? null : applied.problem.code).toBe("approvals-missing");
  });

  it("is applied once, however often and however simultaneously it is asked for", async () => {
    const version = await propose(policy("enforce"));
    await approve(council, version);
    const before = (await evidenceOf("policy.applied")).length;
    const answers = await Promise.all([apply(version), apply(version), apply(version)]);
    expect(answers.map((answer) => answer.ok && answer.value.state)).toEqual(
      Array(3).fill("in-force"),
    );
    expect((await evidenceOf("policy.applied")).length).toBe(before + 1);
  });

  it("refuses a proposal that was written against an older version", async () => {
    const older = await propose(policy("warn"));
    const newer = await propose(policy("observe"));
    for (const version of [older, newer]) await approve(council, version);
    expect((await apply(newer)).ok).toBe(true);
    const conflict = await apply(older);
    expect(conflict.ok ? null : conflict.problem.code).toBe("conflict");
  });

  it("cannot come into force once it is withdrawn", async () => {
    const version = await propose(policy("warn"));
    await owner.client("POST /api/policy/proposals/{version}/withdraw", { params: { version } });
    const applied = await apply(version);
    expect(applied.ok ? null : applied.problem.code).toBe("proposal-closed");
  });

  it("with a mistake is refused with its place, and nothing is stored", async () => {
    const count = async () =>
      (await app.db.selectFrom("policyVersion").selectAll().execute()).length;
    const before = await count();
    const refused = await owner.client("POST /api/policy/proposals", {
      body: { text: policy("enforce").replace("for: [all]", "for: [al]"), note: "" },
    });
    expect(refused.ok ? null : refused.problem).toMatchObject({
      code: "policy-has-faults",
      faults: [{ in: expect.stringMatching(/^line 11, column \d+$/) }],
    });
    expect(await count()).toBe(before);
  });

  it("shows every version with its differences", async () => {
    const version = await propose(policy("enforce", "lab: L27"));
    const shown = await council.client("GET /api/policy/versions/{version}", {
      params: { version },
    });
    const lines = shown.ok ? shown.value.difference.filter((line) => line.kind !== "same") : [];
    const said = lines.map((line) => `${line.kind} ${line.text.trim()}`);
    expect(said).toContain("removed - lab: L26");
    expect(said).toContain("added - lab: L27");
  });
});

describe("a plan", () => {
  let app: TestApp;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    const proposed = await owner.client("POST /api/policy/proposals", {
      body: { text: policy("enforce"), note: "" },
    });
    const version = proposed.ok ? proposed.value.version : 0;
    await owner.client("POST /api/policy/proposals/{version}/apply", { params: { version } });
  });
  afterAll(() => app.close());

  it("names who would lose a gate, for those who may see names, and changes nothing", async () => {
    const learner = await app.signIn("learner");
    const council = await app.signIn("council");
    const body = { activity: "lab/L26", score: 1 };
    const at = app.clock.now();
    await appendEvidence(app.db, [
      { kind: "activity.passed", person: learner.id, actor: learner.id, body, at },
    ]);
    const text = policy("enforce", "lab: L27");
    const seen = await owner.client("POST /api/policy/plan", { body: { text } });
    const named = seen.ok ? (seen.value.named ?? []) : [];
    const changes = named.find((one) => one.person === learner.id)?.changes ?? [];
    expect(changes.map(({ what, id, effect }) => `${effect} ${what} ${id}`)).toEqual([
      "loses gate deploy/production",
      "loses certificate basics",
    ]);
    const counted = await council.client("POST /api/policy/plan", { body: { text } });
    expect(counted.ok && counted.value.named).toBe(null);
    expect(counted.ok && counted.value.changes.map(({ loses }) => loses)).toEqual([1, 1]);
    const inForce = await owner.client("GET /api/policy", {});
    expect(inForce.ok && inForce.value.inForce?.version).toBe(1);
  });
});
