import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createTestDatabase } from "@checkride/server/platform/test-database";
import { smallPolicy } from "@checkride/server/test-policy";
import { expect, test, vi } from "vitest";
import { exportSealed } from "./ledger-of.ts";
import { clientOf, makeDataDir, must, signInByLink, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 90_000 });

test("two processes on one database are one product", async () => {
  const database = await createTestDatabase({ form: "server" });
  const dataDirs = [await makeDataDir(), await makeDataDir()] as const;
  const first = await startProgram({ dataDir: dataDirs[0], databaseUrl: database.url });
  await mkdir(dataDirs[1]);
  await copyFile(join(dataDirs[0], "master.key"), join(dataDirs[1], "master.key"));
  const second = await startProgram({ dataDir: dataDirs[1], databaseUrl: database.url });
  expect(dirname(dataDirs[0])).not.toBe(dirname(dataDirs[1]));

  // The second start made the link that counts; the session that it opens counts at both.
  const { client: atSecond, cookie } = await signInByLink(second);
  const atFirst = clientOf(first, cookie);
  const me = must(await atFirst("GET /api/session", {})).person?.id ?? "";
  expect(me).not.toBe("");

  const decide = async (client: typeof atFirst) => {
    const params = { gate: "deploy/production" };
    const body = { subject: { person: me } };
    return client("POST /api/gates/{gate}/decisions", { params, body });
  };
  const bringIntoForce = async (text: string) => {
    const body = { text, note: "" };
    const params = { version: must(await atFirst("POST /api/policy/proposals", { body })).version };
    must(await atFirst("POST /api/policy/proposals/{version}/apply", { params }));
  };
  expect((await decide(atSecond)).ok).toBe(false);
  await bringIntoForce(smallPolicy());
  expect(must(await decide(atSecond))).toMatchObject({ policyVersion: 1, outcome: "deny" });
  await bringIntoForce(smallPolicy().replace("asks: [basics]", "asks: []"));
  expect(must(await decide(atSecond))).toMatchObject({ policyVersion: 2, outcome: "allow" });

  const ids: string[] = [];
  const write = async (client: typeof atFirst, node: string) => {
    for (let n = 0; n < 40; n++) {
      const body = { email: `${node}-${n}@example.org`, name: "Somebody" };
      ids.push(must(await client("POST /api/people", { body })).person.id);
    }
  };
  await Promise.all([write(atFirst, "a"), write(atSecond, "b"), write(atFirst, "c")]);
  const same = { email: "same@example.org", name: "Same" };
  const idempotencyKey = "one-and-the-same";
  const asked = [atFirst, atSecond, atFirst, atSecond].map((client) =>
    client("POST /api/people", { body: same, idempotencyKey }),
  );
  const answers = (await Promise.all(asked)).map((answer) => must(answer).person.id);
  expect(new Set(answers).size).toBe(1);

  const exported = [await exportSealed(atFirst), await exportSealed(atSecond)] as const;
  for (const { report, rows } of exported) {
    expect(report).toMatchObject({ ok: true, complete: true });
    const added = rows.filter(({ kind }) => kind === "person.added").map(({ person }) => person);
    expect(added).toHaveLength(1 + ids.length + 1);
    expect(new Set(added)).toEqual(new Set([me, ...ids, answers[0]]));
  }
  expect(exported[1].rows.slice(0, exported[0].rows.length)).toEqual(exported[0].rows);

  must(await atFirst("DELETE /api/session", {}));
  expect(await atSecond("GET /api/account", {})).toMatchObject({
    ok: false,
    problem: { code: "not-signed-in" },
  });
  expect([await first.interrupted(), await second.interrupted()]).toEqual([0, 0]);
});

test("one process killed: the other takes over sealing and its import", async () => {
  const database = await createTestDatabase({ form: "server" });
  const env = { CHECKRIDE_SECRET: "5c".repeat(32) };
  const order = async () => ({ dataDir: await makeDataDir(), databaseUrl: database.url, env });
  const doomed = await startProgram(await order());
  const { client, cookie } = await signInByLink(doomed);
  const lines = Array.from({ length: 1_600 }, (_, n) => `p${n}@example.org,Person ${n}`);
  const body = ["email,name", ...lines].join("\n");
  const { id } = must(await client("POST /api/people/imports", { body }));
  const params = { import: id };
  must(await client("POST /api/people/imports/{import}/apply", { params }));
  const show = async (from: typeof client) =>
    must(await from("GET /api/people/imports/{import}", { params }));
  await vi.waitUntil(async () => (await show(client)).done > 0, { timeout: 30_000, interval: 20 });
  await doomed.killed();
  const other = await startProgram(await order());
  const atOther = clientOf(other, cookie);
  await vi.waitUntil(async () => (await show(atOther)).state === "done", { timeout: 60_000 });
  const { report, rows } = await exportSealed(atOther);
  expect(report.ok).toBe(true);
  expect(rows.filter(({ kind }) => kind === "person.added")).toHaveLength(lines.length + 1);
});
