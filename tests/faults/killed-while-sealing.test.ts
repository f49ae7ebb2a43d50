import { openDatabase } from "@checkride/server/platform/database";
import { appendEvidence } from "@checkride/server/platform/evidence/append-evidence";
import { until } from "@checkride/server/platform/postgres/test-support";
import { createTestDatabase } from "@checkride/server/platform/test-database";
import { expect, onTestFinished, test, vi } from "vitest";
import { connect, waits } from "./database-watch.ts";
import { exportSealed } from "./ledger-of.ts";
import { clientOf, makeDataDir, must, type Order, signInByLink, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 120_000 });

const facts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    kind: "lab.passed",
    person: null,
    actor: null,
    body: { lab: `L${n}` },
    at: new Date(),
  }));

const missingFrom = <T>(there: readonly T[], wanted: readonly T[]): readonly T[] => {
  const known = new Set(there);
  return wanted.filter((one) => !known.has(one));
};

test("kill -9 between the places and the checkpoint of a batch: each row is sealed once", async () => {
  const database = await createTestDatabase({ form: "server" });
  const order: Order = { dataDir: await makeDataDir(), databaseUrl: database.url };
  const { db, close } = openDatabase(database.settings, 4);
  onTestFinished(close);
  const watcher = await connect(database.url);
  const blocker = await connect(database.url);

  let program = await startProgram(order);
  const { cookie } = await signInByLink(program);
  const acknowledged: string[] = [];
  for (const round of [1, 2]) {
    await blocker.query("begin; lock table checkpoint in share mode");
    for (let n = 0; n < 6; n++) acknowledged.push(...(await appendEvidence(db, facts(500))));
    await until(`the sealer is about to sign in round ${round}`, () =>
      waits(watcher, 'insert into "checkpoint"'),
    );
    await program.killed();
    await blocker.query("rollback");
    program = await startProgram(order);
  }
  const { report, rows } = await exportSealed(clientOf(program, cookie));
  expect(report).toMatchObject({ ok: true, complete: true, rows: rows.length });
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n));
  const sealed = rows.map(({ id }) => id);
  expect(new Set(sealed).size).toBe(sealed.length);
  expect(missingFrom(sealed, acknowledged)).toEqual([]);
});

test("what was answered with 200 before a kill -9 is there after it, and sealed", async () => {
  const order: Order = { dataDir: await makeDataDir() };
  const first = await startProgram(order);
  const { client, cookie } = await signInByLink(first);
  const kept: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n++) {
      const body = { email: `w${writer}-${n}@example.org`, name: "Somebody" };
      const answer = await client("POST /api/people", { body });
      if (!answer.ok) return;
      kept.push(answer.value.person.id);
    }
  };
  const writing = Promise.all([1, 2, 3, 4].map(write));
  await until("some are acknowledged", async () => kept.length > 80);
  await first.killed();
  await writing;

  const second = await startProgram(order);
  const known = clientOf(second, cookie);
  const { report, rows } = await exportSealed(known);
  expect(report).toMatchObject({ ok: true, complete: true });
  const added = rows.filter(({ kind }) => kind === "person.added").map(({ person }) => person);
  expect(new Set(added).size).toBe(added.length);
  expect(missingFrom(added, kept)).toEqual([]);
  const { total } = must(await known("GET /api/people", { query: { limit: 1 } }));
  expect(total).toBe(added.length);
});
