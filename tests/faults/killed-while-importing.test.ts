import { until } from "@checkride/server/platform/postgres/test-support";
import { createTestDatabase } from "@checkride/server/platform/test-database";
import { expect, test, vi } from "vitest";
import { connect, waits } from "./database-watch.ts";
import { exportSealed } from "./ledger-of.ts";
import {
  type Account,
  clientOf,
  makeDataDir,
  must,
  type Order,
  type Program,
  signInByLink,
  startProgram,
} from "./program.ts";

vi.setConfig({ testTimeout: 120_000 });

const beginImport = async ({ client }: Account, rowCount: number): Promise<string> => {
  const line = (n: number) => `p${n}@example.org,Person ${n},Team ${n % 9}`;
  const lines = Array.from({ length: rowCount }, (_, n) => line(n));
  const csv = ["email,name,team", ...lines].join("\n");
  const { id, adds } = must(await client("POST /api/people/imports", { body: csv }));
  expect(adds).toBe(rowCount);
  const params = { import: id };
  expect(must(await client("POST /api/people/imports/{import}/apply", { params })).state).toBe(
    "running",
  );
  return id;
};

const doneOf = async ({ client }: Account, id: string): Promise<number> =>
  must(await client("GET /api/people/imports/{import}", { params: { import: id } })).done;

/** Without anybody's help, and with nothing of it twice. */
const expectItEndsByItself = async (
  program: Program,
  cookie: string,
  id: string,
  rowCount: number,
) => {
  const account = { cookie, client: clientOf(program, cookie) };
  const params = { import: id };
  const show = () => account.client("GET /api/people/imports/{import}", { params });
  await until("the import has ended", async () => must(await show()).state !== "running");
  expect(must(await show())).toMatchObject({ state: "done", done: rowCount, rows: rowCount });
  const { total } = must(await account.client("GET /api/people", { query: { limit: 1 } }));
  expect(total).toBe(rowCount + 1);
  const { report, rows } = await exportSealed(account.client);
  expect(report).toMatchObject({ ok: true, complete: true });
  const added = rows.filter(({ kind }) => kind === "person.added").map(({ person }) => person);
  expect(added).toHaveLength(rowCount + 1);
  expect(new Set(added).size).toBe(rowCount + 1);
  expect(rows.filter(({ kind }) => kind === "people-import.applied")).toHaveLength(1);
};

test("an import cut off by kill -9 with its database goes on at the next start", async () => {
  const order: Order = { dataDir: await makeDataDir() };
  const first = await startProgram(order);
  const account = await signInByLink(first);
  const id = await beginImport(account, 3_000);
  await until("a part is done", async () => (await doneOf(account, id)) > 0);
  const done = await doneOf(account, id);
  await first.killed();
  expect(done).toBeLessThan(3_000);
  const second = await startProgram(order);
  expect(second.linkToken).toBeNull();
  await expectItEndsByItself(second, account.cookie, id, 3_000);
  expect(await second.interrupted()).toBe(0);
});

test("an import cut off in the middle of a batch leaves nothing half done", async () => {
  const database = await createTestDatabase({ form: "server" });
  const order: Order = { dataDir: await makeDataDir(), databaseUrl: database.url };
  const watcher = await connect(database.url);
  const blocker = await connect(database.url);
  const first = await startProgram(order);
  const account = await signInByLink(first);
  await blocker.query("begin; lock table evidence in share row exclusive mode");
  const id = await beginImport(account, 800);
  // The people of the batch are written, their evidence is not.
  await until("a batch waits to append its evidence", () => waits(watcher, "insert into evidence"));
  await first.killed();
  await blocker.query("rollback");
  const { rows } = await watcher.query("select count(*)::int as people from person");
  expect(rows).toEqual([{ people: 1 }]);
  const second = await startProgram(order);
  await expectItEndsByItself(second, account.cookie, id, 800);
});
