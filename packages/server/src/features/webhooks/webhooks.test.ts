import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestPerson } from "../../test-app.ts";

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});
afterAll(() => app.close());

const url = "https://hooks.example.com/checkride?k=1";
const make = async (body: object = {}) => {
  const answer = await owner.client("POST /api/webhooks", {
    body: { url, description: "Chat", types: ["decision.changed"], ...body },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};
const list = async (who = owner) => {
  const answer = await who.client("GET /api/webhooks", {});
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value.webhooks;
};
const evidenceOf = async (kind: string) =>
  (
    await app.db
      .selectFrom("evidence")
      .select("body")
      .where("kind", "=", kind)
      .orderBy("id")
      .execute()
  ).map((row) => row.body);

describe("a webhook", () => {
  it("is made with a secret that is shown once and stored sealed", async () => {
    const { webhook, secret } = await make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await list()).toContainEqual(webhook);
    expect(JSON.stringify(await list())).not.toContain(secret);
    const { rows } = await app.db.executeQuery<{ sealed: Buffer }>(
      app.db.selectFrom("webhookSecret").select("sealed").compile(),
    );
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    for (const { sealed } of rows) expect(sealed.includes(key)).toBe(false);
  });

  it("leaves in the ledger where it goes, never its path", async () => {
    const { webhook } = await make();
    expect(await evidenceOf("webhook.made")).toContainEqual({
      webhook: webhook.id,
      to: "https://hooks.example.com",
      types: ["decision.changed"],
    });
    expect(JSON.stringify(await evidenceOf("webhook.made"))).not.toContain("k=1");
  });

  it.each([
    ["http://hooks.example.com/", "must begin with https://"],
    ["https://me:word@hooks.example.com/", "must not carry a name or password"],
    ["https://169.254.169.254/latest", "is not on the public internet"],
    ["https://[::ffff:7f00:1]/", "is not on the public internet"],
  ])("is refused at %s, in words", async (to, says) => {
    const body = { url: to, types: ["decision.changed"] };
    const answer = await owner.client("POST /api/webhooks", { body });
    expect(answer.ok ? null : answer.problem).toMatchObject({
      code: "bad-input",
      faults: [{ in: "body/url", says: expect.stringContaining(says) }],
    });
    const { webhook } = await make();
    const params = { webhook: webhook.id };
    const moved = await owner.client("PATCH /api/webhooks/{webhook}", {
      params,
      body: { url: to },
    });
    expect(moved.ok ? null : moved.problem.code).toBe("bad-input");
  });

  it("says all that is wrong with it", async () => {
    const body = { url: "ftp://x", types: ["nothing.happened"] };
    const answer = await owner.client("POST /api/webhooks", { body });
    const faults = answer.ok ? [] : (answer.problem.faults ?? []);
    expect(faults.map((fault) => fault.in).sort()).toEqual(["body/types/0", "body/url"]);
  });

  it("is changed, turned off and on by hand, and removed, each with evidence", async () => {
    const { webhook } = await make();
    const params = { webhook: webhook.id };
    const change = async (body: object) => {
      const answer = await owner.client("PATCH /api/webhooks/{webhook}", { params, body });
      if (!answer.ok) throw new Error(answer.problem.detail);
      return answer.value;
    };
    expect(await change({ description: "Pager", types: ["gate.opened"] })).toMatchObject({
      description: "Pager",
      types: ["gate.opened"],
      url,
      active: true,
    });
    expect(await change({ active: false })).toMatchObject({
      active: false,
      off: { because: "by-hand" },
    });
    expect(await change({ active: true })).toMatchObject({ active: true, off: null });
    expect((await owner.client("DELETE /api/webhooks/{webhook}", { params })).ok).toBe(true);
    const gone = await owner.client("DELETE /api/webhooks/{webhook}", { params });
    expect(gone.ok ? null : gone.problem.code).toBe("not-found");
    const mine = async (kind: string) =>
      (await evidenceOf(kind)).filter((body) => body?.["webhook"] === webhook.id).length;
    expect([await mine("webhook.changed"), await mine("webhook.removed")]).toEqual([3, 1]);
  });

  it("has two secrets for a day after a rotation, the newer one first", async () => {
    const { webhook } = await make();
    const params = { webhook: webhook.id };
    const rotated = await owner.client("POST /api/webhooks/{webhook}/secret-rotations", { params });
    if (!rotated.ok) throw new Error(rotated.problem.detail);
    expect(rotated.value.secret).toMatch(/^whsec_/);
    const until = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
    expect(rotated.value.previousUntil).toBe(until);
    const shown = (await list()).find(({ id }) => id === webhook.id);
    expect(shown?.previousSecretUntil).toBe(until);
    expect(await evidenceOf("webhook.rotated")).toContainEqual({
      webhook: webhook.id,
      previousUntil: until,
    });
  });

  it("is for owners to change and for auditors to see", async () => {
    const auditor = await app.signIn("auditor");
    expect((await list(auditor)).length).toBeGreaterThan(0);
    const made = await auditor.client("POST /api/webhooks", {
      body: { url, types: ["decision.changed"] },
    });
    expect(made.ok ? null : made.problem.code).toBe("not-permitted");
    const council = await app.signIn("council");
    const seen = await council.client("GET /api/webhooks", {});
    expect(seen.ok ? null : seen.problem.code).toBe("not-permitted");
  });
});
