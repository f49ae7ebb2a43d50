import pg from "pg";
import { describe, expect, test } from "vitest";
import { createTestDatabase, databaseForms } from "./test-database.ts";

const ask = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe.each(databaseForms)("a test database in the %s form", (form) => {
  test("has the tables of the product and nothing of another test", async () => {
    const [one, other] = await Promise.all([
      createTestDatabase({ form }),
      createTestDatabase({ form }),
    ]);
    await ask(one.url, "create table only_here ()");
    const tables = "select count(*)::int as n from pg_tables where tablename = ";
    expect(await ask(other.url, `${tables}'migration'`)).toEqual([{ n: 1 }]);
    expect(await ask(other.url, `${tables}'only_here'`)).toEqual([{ n: 0 }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  test("is owned by a role without power over the server", async () => {
    const database = await createTestDatabase({ form, content: "empty" });
    const roles = "select rolsuper, rolcreatedb from pg_roles where rolname = current_user";
    const { CHECKRIDE_TEST_SERVER_URL: given } = process.env;
    // A server from outside brings its own role.
    if (form === "embedded" || !given) {
      expect(await ask(database.url, roles)).toEqual([{ rolsuper: false, rolcreatedb: false }]);
    }
    await database.drop();
  });

  test("is gone after drop, also with a connection open", async () => {
    const database = await createTestDatabase({ form });
    const open = new pg.Client({ connectionString: database.url });
    open.on("error", () => undefined);
    await open.connect();
    await database.drop();
    await expect(ask(database.url, "select 1")).rejects.toThrow(/does not exist/);
    await open.end().catch(() => undefined);
  });
});

test("the server form is reached over TCP with a password", async () => {
  const database = await createTestDatabase({ form: "server", content: "empty" });
  const url = new URL(database.url);
  expect(url.password).not.toBe("");
  expect(url.searchParams.get("host")).toBeNull();
  const [row] = await ask(database.url, "select inet_server_port() as port");
  expect(row).toEqual({ port: Number(url.port) });
  await database.drop();
});
