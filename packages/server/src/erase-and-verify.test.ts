import { verifyExport } from "@checkride/ledger/verify-export";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seal } from "./features/evidence/seal.ts";
import { createTestApp, type TestApp, type TestPerson } from "./test-app.ts";

let app: TestApp;
let owner: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  owner = await app.signIn("owner");
});
afterAll(() => app.close());

const sealed = async (): Promise<string> => {
  const { readSigner } = app.wired;
  const done = await seal({ db: app.db, readSigner, clock: app.clock.now });
  expect(done.ok).toBe(true);
  const ledger = await owner.client("GET /api/ledger", {});
  return (ledger.ok && ledger.value.checkpoint) || "";
};

const vkeyOf = async (): Promise<string> => {
  const ledger = await owner.client("GET /api/ledger", {});
  return ledger.ok ? ledger.value.vkey : "";
};

const exported = async (): Promise<string> => {
  const answer = await owner.client("GET /api/ledger/export", {});
  return answer.ok ? await answer.value.text() : "";
};

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

it("an erased person is gone from the export, and the whole ledger still verifies", async () => {
  const learner = await app.signIn("learner");
  await learner.client("PUT /api/account/password", {
    body: { current: null, next: "nine green teapots sing" },
  });
  const before = await sealed();
  expect(await exported()).toContain(learner.id);
  const shown = await owner.client("GET /api/people/{person}", { params: { person: learner.id } });
  const confirm = (shown.ok && shown.value.email) || "";
  const erased = await owner.client("POST /api/people/{person}/erase", {
    params: { person: learner.id },
    body: { reason: "asked to", confirm },
  });
  expect(erased).toMatchObject({ ok: true, value: { erasedEvidence: 4 } });
  await sealed();
  const text = await exported();
  expect(text).not.toContain(learner.id);
  const report = await verifyExport(bytesOf(text), {
    vkey: await vkeyOf(),
    olderCheckpoints: [before],
  });
  expect(report).toMatchObject({ ok: true, complete: true, erased: 4, faultCount: 0 });
});
