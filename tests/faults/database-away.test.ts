import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@checkride/server/platform/database";
import { appendEvidence } from "@checkride/server/platform/evidence/append-evidence";
import { until } from "@checkride/server/platform/postgres/test-support";
import { createTestDatabase } from "@checkride/server/platform/test-database";
import { takeAway } from "@checkride/server/platform/test-outage";
import { smallPolicy } from "@checkride/server/test-policy";
import { expect, onTestFinished, test, vi } from "vitest";
import { exportSealed } from "./ledger-of.ts";
import { makeDataDir, must, postJson, signInByLink, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 90_000 });

/** How long a person waits at most to be told, with a margin for a busy machine. */
const answerWithinMs = 6_000;

test("the database away for some seconds: said in words, and all goes on when it is back", async () => {
  const database = await createTestDatabase({ form: "server" });
  const program = await startProgram({ dataDir: await makeDataDir(), databaseUrl: database.url });
  const { client, cookie } = await signInByLink(program);
  const get = async (path: string) => {
    const signal = AbortSignal.timeout(answerWithinMs);
    return fetch(`${program.url}${path}`, { headers: { cookie }, signal });
  };
  const body = { text: smallPolicy(), note: "" };
  const { version } = must(await client("POST /api/policy/proposals", { body }));
  const params = { version };
  must(await client("POST /api/policy/proposals/{version}/apply", { params }));
  expect((await get("/readyz")).status).toBe(200);
  const token = { name: "metrics", scopes: ["metrics:read" as const], expiresInDays: 1 };
  const { secret } = must(await client("POST /api/tokens", { body: token }));
  const getMetrics = () =>
    fetch(`${program.url}/metrics`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await getMetrics()).status).toBe(200);
  const self = must(await client("GET /api/session", {})).person?.id ?? "";

  const bringBack = await takeAway(database);
  const since = performance.now();
  const paths = ["/api/session", "/api/standing", "/api/people", "/api/ledger"];
  const expectRefusals = async () => {
    for (const answer of await Promise.all(paths.map(get))) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      const problem = { code: "database-away", wayOut: expect.stringContaining("Try again") };
      expect(await answer.json()).toMatchObject(problem);
    }
  };
  await expectRefusals();
  const person = { email: "while-away@example.org", name: "Nobody" };
  expect((await postJson(program, "/api/people", person, cookie)).status).toBe(503);
  expect((await get("/healthz")).status).toBe(200);
  expect((await getMetrics()).status).toBe(503);
  const notReady = await get("/readyz");
  expect(notReady.status).toBe(503);
  expect(await notReady.json()).toMatchObject({
    ready: false,
    reasons: [expect.stringMatching(/database does not answer/)],
  });
  // Long enough for every loop to have run into it more than once.
  while (performance.now() - since < 6_000) {
    await expectRefusals();
    await wait(200);
  }

  await bringBack();
  const back = performance.now();
  await until("requests work again", async () => (await get("/api/session")).status === 200);
  await until("it is ready again", async () => (await get("/readyz")).status === 200);
  expect(performance.now() - back).toBeLessThan(answerWithinMs);
  const people = must(await client("GET /api/people", { query: {} }));
  expect(people.total).toBe(1);

  // What was written through nobody's request: sealer and standings find it by themselves.
  const { db, close } = openDatabase(database.settings, 2);
  onTestFinished(close);
  const fact = { kind: "activity.passed", person: self, actor: null, at: new Date() };
  await appendEvidence(db, [{ ...fact, body: { activity: "lab:L26" } }]);
  await until("the standing is refreshed", async () => {
    const waiting = await db.selectFrom("standingStale").select("personId").execute();
    return waiting.length === 0;
  });
  const { report } = await exportSealed(client);
  expect(report).toMatchObject({ ok: true, complete: true });
  const applied = await client("POST /api/people/imports", { body: "email,name\na@b.org,A" });
  const id = must(applied).id;
  must(await client("POST /api/people/imports/{import}/apply", { params: { import: id } }));
  await until("jobs run again", async () => {
    const show = await client("GET /api/people/imports/{import}", { params: { import: id } });
    return must(show).state === "done";
  });
  expect(program.output()).toContain("the database is away");
  expect(program.output().includes("postgres-driver.js")).toBe(false);
});
