import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate, readMigrations } from "@checkride/server/platform/migrate";
import { makeFolder, until } from "@checkride/server/platform/postgres/test-support";
import { createTestDatabase, databaseForms } from "@checkride/server/platform/test-database";
import { expect, onTestFinished, test } from "vitest";
import { connect, waits } from "./database-watch.ts";

const migrator = join(import.meta.dirname, "migrate-folder.ts");

/** The second stands still in its middle for as long as the test holds the lock 77. */
const slowMigrations = async (): Promise<string> => {
  const folder = await makeFolder();
  await writeFile(join(folder, "0001_first.sql"), "create table first (n integer);");
  await writeFile(
    join(folder, "0002_second.sql"),
    "create table second (n integer); select pg_advisory_xact_lock(77); insert into first values (2);",
  );
  return folder;
};

test.each(databaseForms)("kill -9 during a migration leaves it not begun (%s)", async (form) => {
  const database = await createTestDatabase({ form, content: "empty" });
  const folder = await slowMigrations();
  const watcher = await connect(database.url);
  await watcher.query("select pg_advisory_lock(77)");

  const child = spawn(process.execPath, [migrator, database.url, folder], { stdio: "inherit" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const working = () => waits(watcher, "pg_advisory_xact_lock(77)");
  await until("the second migration is at work", working);
  child.kill("SIGKILL");
  await once(child, "exit");
  // Nobody is left to commit it, and the next start must not wait for a statement that serves nobody.
  await until("the server gave it up", async () => !(await working()));

  const { rows } = await watcher.query(
    "select (select array_agg(name) from migration) as done, to_regclass('second') as second",
  );
  expect(rows).toEqual([{ done: ["0001_first.sql"], second: null }]);
  await watcher.query("select pg_advisory_unlock(77)");
  const next = await migrate(database.settings, await readMigrations(folder));
  expect(next).toEqual({ ok: true, value: { applied: ["0002_second.sql"], version: 2 } });
  expect((await watcher.query("select n from first")).rows).toEqual([{ n: 2 }]);
});
