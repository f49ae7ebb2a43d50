import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";
import { bringIntoForce, smallPolicy } from "../../test-policy.ts";

const gate = "deploy/production";
const policy = smallPolicy()
  .replace(
    "asks: [basics] }",
    `asks: [basics], turns: { to: warn, on: 2027-03-01 } }
  leads: { title: Leads, mode: observe, asks: [basics], for: [leads], offline: { otherwise: allow } }`,
  )
  .replace(
    "certificates:",
    "  leads: { title: Leads, because: leads, who: { role: lead } }\ncertificates:",
  );

describe("the gates", () => {
  let app: TestApp;
  let owner: TestPerson;
  let holder: TestPerson;
  let lead: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    owner = await app.signIn("owner");
    await bringIntoForce(owner, policy);
    [holder, lead] = [await app.signIn("learner"), await app.signIn("lead")];
    const body = { activity: "lab/L26" };
    const at = app.clock.now();
    const { id } = holder;
    await appendEvidence(app.db, [{ kind: "activity.passed", person: id, actor: id, body, at }]);
    // A question stores where somebody stands.
    for (const { id: person } of [holder, lead, owner]) {
      const ask = { params: { gate }, body: { subject: { person } } };
      await owner.client("POST /api/gates/{gate}/decisions", ask);
    }
  });
  afterAll(() => app.close());

  it("say their mode, when it turns, what holds offline, and how many people may pass", async () => {
    const answer = await owner.client("GET /api/gates", {});
    expect(answer.ok && answer.value.gates).toMatchObject([
      {
        gate,
        mode: "enforce",
        turns: { to: "warn", at: "2027-03-01T00:00:00.000Z" },
        offline: { maxAgeMinutes: 60, otherwise: "deny" },
        breakGlass: null,
        unlinked: "deny",
        for: null,
        people: { allowed: 1, denied: 2 },
      },
      {
        gate: "leads",
        offline: { maxAgeMinutes: 60, otherwise: "allow" },
        for: [{ audience: "leads", title: "Leads" }],
        people: { allowed: 0, denied: 1 },
      },
    ]);
  });

  const people = async (
    at: string,
    query: { state?: "allowed"; limit?: number; cursor?: string },
  ) => {
    const params = { gate: at };
    const answer = await owner.client("GET /api/gates/{gate}/people", { params, query });
    if (!answer.ok) throw new Error(answer.problem.detail);
    return answer.value;
  };
  const idsOf = ({ items }: Awaited<ReturnType<typeof people>>) =>
    items.map(({ person }) => person.id);

  it("name who is blocked, what would unblock them, and only those whom a gate is meant for", async () => {
    const denied = await people(gate, {});
    expect(idsOf(denied).toSorted()).toEqual([owner.id, lead.id].toSorted());
    expect(denied.items[0]).toMatchObject({
      outcome: "deny",
      reasons: [{ code: "lacks", certificate: "basics" }],
      remedy: [{ ref: "lab/L26" }],
    });
    expect(idsOf(await people("leads", {}))).toEqual([lead.id]);
    expect(idsOf(await people(gate, { state: "allowed" }))).toEqual([holder.id]);
  });

  it("page through whom they block without missing or repeating anybody", async () => {
    const first = await people(gate, { limit: 1 });
    const second = await people(gate, { limit: 1, cursor: first.nextCursor ?? "" });
    expect([...idsOf(first), ...idsOf(second)].toSorted()).toEqual([owner.id, lead.id].toSorted());
    const bad = { params: { gate }, query: { cursor: "bm90IGFuIGlk" } };
    const refused = await owner.client("GET /api/gates/{gate}/people", bad);
    expect(refused.ok ? null : refused.problem.code).toBe("bad-cursor");
  });

  it("list their recent answers with reasons, newest first", async () => {
    const params = { gate };
    const list = await owner.client("GET /api/gates/{gate}/decisions", { params, query: {} });
    const found = list.ok ? list.value.items : [];
    // All of one moment of the test's clock, so they come in any order.
    const about = (id: string) => found.find(({ person }) => person?.id === id);
    expect(found).toHaveLength(3);
    expect(about(holder.id)).toMatchObject({ outcome: "allow", reasons: [{ code: "holds" }] });
    const denied = { outcome: "deny", askedBy: "Test owner", policyVersion: 1 };
    expect(about(lead.id)).toMatchObject(denied);
  });
});
