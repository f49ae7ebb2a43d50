import { afterAll, beforeAll, expect, it } from "vitest";
import { type AccountApp, createAccountApp, newVisitor } from "../../test-account-app.ts";
import { sessionJobs } from "./jobs.ts";

const hourMs = 3_600_000;

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

const counts = async () => {
  const tables = ["session", "challenge", "rate", "oneTimeLink", "answeredRequest"] as const;
  const sizes = await Promise.all(
    tables.map(async (table) => (await app.db.selectFrom(table).selectAll().execute()).length),
  );
  return Object.fromEntries(tables.map((table, index) => [table, sizes[index]]));
};

it("cleaning takes away what has ended and nothing else", async () => {
  const owner = await app.enter(["owner"]);
  const clean = sessionJobs({ db: app.db, clock: () => app.clock.now })["session.clean"];
  await app.ask(owner, "POST /api/people", {
    body: { email: "a@example.org", name: "A" },
    headers: { "idempotency-key": "some-key-1" },
  });
  await app.ask(newVisitor(), "POST /api/session/passkey/options");
  await app.ask(newVisitor(), "POST /api/session/link", { body: { token: "a".repeat(43) } });
  const full = { session: 1, challenge: 1, rate: 2, oneTimeLink: 2, answeredRequest: 1 };
  await clean();
  expect(await counts()).toEqual(full);
  app.later(hourMs);
  await clean();
  expect(await counts()).toEqual({ ...full, challenge: 0, rate: 0 });
  app.later(12 * hourMs);
  await clean();
  expect(await counts()).toMatchObject({ session: 0, answeredRequest: 1, oneTimeLink: 2 });
  app.later(12 * hourMs);
  await clean();
  expect(await counts()).toMatchObject({ answeredRequest: 0, oneTimeLink: 2 });
  app.later(8 * 24 * hourMs);
  await clean();
  expect(await counts()).toMatchObject({ oneTimeLink: 0 });
});
