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
});
