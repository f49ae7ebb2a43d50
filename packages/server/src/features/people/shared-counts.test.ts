import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AccountApp, createAccountApp } from "../../test-account-app.ts";
import { makeSharedCounts } from "./shared-counts.ts";

let app: AccountApp;
beforeAll(async () => {
  app = await createAccountApp();
});
afterAll(() => app.close());

const addMany = (count: number) =>
  sql`
    insert into person (id, name, roles, started_at, created_at, updated_at)
    select gen_random_uuid(), 'x', '{learner}', now(), now(), now() from generate_series(1, ${count}::int)`.execute(
    app.db,
  );

it("counts a small organisation anew each time and a large one some times a minute", async () => {
  const countsOf = makeSharedCounts();
  const people = async () => (await countsOf(app.db, app.clock.now)).people;
  expect(await people()).toBe(0);
  await addMany(4999);
  expect(await people()).toBe(4999);
  await addMany(1);
  expect(await people()).toBe(5000);
  await addMany(7);
  expect(await people()).toBe(5000);
  app.later(15_000);
  expect(await people()).toBe(5007);
});

it("is shared by those who ask at the same time", async () => {
  const countsOf = makeSharedCounts();
  const { now } = app.clock;
  const [first, second] = await Promise.all([countsOf(app.db, now), countsOf(app.db, now)]);
  expect(second).toBe(first);
});
