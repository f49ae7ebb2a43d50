import { createTestApp, type TestApp } from "@checkride/server/test-app";
import { afterAll, beforeAll, expect, test } from "vitest";
import { must } from "./program.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  // A sequence is not rolled back, so it tells the tries apart.
  await app.parts.handle.pool.query(`create sequence tries;
  create function meet_deadlock() returns trigger language plpgsql as $$ begin
    if new.email like 'once%' and nextval('tries') = 1 or new.email like 'always%' then
      raise exception 'deadlock detected' using errcode = '40P01';
    end if;
    return new; end $$;
  create trigger meet_deadlock after insert on person
    for each row execute function meet_deadlock()`);
});
afterAll(() => app.close());

const added = async () =>
  (await app.db.selectFrom("evidence").select("id").where("kind", "=", "person.added").execute())
    .length;

test("a request that met a deadlock is run again, body and all, and done once", async () => {
  const { client } = await app.signIn("owner");
  const before = await added();
  const body = { email: "once@example.org", name: "Once" };
  expect(must(await client("POST /api/people", { body })).person.name).toBe("Once");
  expect(await added()).toBe(before + 1);
});

test("one that meets it again and again is told so, and leaves nothing behind", async () => {
  const { client } = await app.signIn("owner");
  const before = await added();
  const body = { email: "always@example.org", name: "Always" };
  const answer = await client("POST /api/people", { body });
  expect(answer).toMatchObject({ ok: false, problem: { code: "server-fault", status: 500 } });
  expect(await added()).toBe(before);
});
