import { afterAll, beforeAll, expect, it } from "vitest";
import { seal } from "./features/evidence/seal.ts";
import { handOut } from "./features/webhooks/hand-out.ts";
import { appendEvidence } from "./platform/evidence/append-evidence.ts";
import { createTestApp, type TestApp, type TestPerson } from "./test-app.ts";
import { bringIntoForce } from "./test-policy.ts";

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
  await bringIntoForce(owner);
});
afterAll(() => app.close());

/** As a worker does it, once. */
const tell = async (): Promise<void> => {
  const { followers } = app.wired.webhooks.hooks;
  for (const follow of followers) await follow(app.db, app.clock.now());
  await handOut(app.db, app.clock.now());
};
const sealAll = async (): Promise<void> => {
  const { db, parts, wired } = app;
  const sealed = await seal({ db, readSigner: wired.readSigner, clock: parts.clock });
  if (!sealed.ok) throw new Error(sealed.error.says);
};
const told = async (type: string) => {
  const answer = await owner.client("GET /api/happenings", { query: { type } });
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value.items;
};
const issuedTo = async (person: string) =>
  app.db
    .selectFrom("evidence")
    .select("id")
    .where("kind", "=", "certificate.issued")
    .where("person", "=", person)
    .executeTakeFirstOrThrow();

it("a certificate that is issued and revoked is told once each, under the id of its evidence, without words", async () => {
  await sealAll();
  await tell();
  const learner = await app.signIn("learner");
  const at = app.clock.now();
  const body = { activity: "lab/L26" };
  const { id: person } = learner;
  await appendEvidence(app.db, [{ kind: "activity.passed", person, actor: person, body, at }]);
  await learner.client("GET /api/standing", {});
  await tell();
  expect(await told("certificate.issued")).toEqual([]);
  expect(await told("decision.changed")).toMatchObject([{ data: { person, to: "allow" } }]);
  await sealAll();
  await tell();
  await tell();
  const { id } = await issuedTo(person);
  const [issued, ...more] = await told("certificate.issued");
  expect(more).toEqual([]);
  expect(issued).toMatchObject({ id, data: { person, certificate: "basics" } });
  const revocation = await owner.client("POST /api/certificates/{certificate}/revocation", {
    params: { certificate: String(issued?.data["id"]) },
    body: { reason: "Quirin shared it" },
  });
  expect(revocation.ok).toBe(true);
  await owner.client("GET /api/people/{person}/standing", { params: { person } });
  await sealAll();
  await tell();
  expect(await told("certificate.revoked")).toMatchObject([{ data: { person } }]);
  expect((await told("decision.changed")).map(({ data }) => data["to"])).toEqual(["deny", "allow"]);
  const all = await owner.client("GET /api/happenings", {});
  expect(JSON.stringify(all)).not.toMatch(/Quirin|test\.example|Test learner/);
});
