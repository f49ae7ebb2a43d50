import { once } from "node:events";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { makeFolder } from "@checkride/server/platform/postgres/test-support";
import { createTestDatabase, type TestDatabase } from "@checkride/server/platform/test-database";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { connect } from "./database-watch.ts";
import { makeDataDir, type Order, signInByLink, startProgram, startRefused } from "./program.ts";

vi.setConfig({ testTimeout: 60_000 });

/** One sentence that says what is wrong and one that says what to do: no stack, nothing else. */
const expectExplained = async (order: Order, sentence: RegExp, remedy: RegExp) => {
  const { code, complaint } = await startRefused(order);
  expect(complaint).toEqual([expect.stringMatching(sentence), expect.stringMatching(remedy)]);
  expect(code).toBe(1);
};

const clusterOf = (dataDir: string) => join(dataDir, "postgres", "cluster", "data");

describe("with the embedded database", () => {
  test("a data folder that another Checkride uses", async () => {
    const dataDir = await makeDataDir();
    const first = await startProgram({ dataDir });
    await expectExplained(
      { dataDir },
      /Another Checkride \(process \d+.*is using/,
      /CHECKRIDE_DATA/,
    );
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect(await first.interrupted()).toBe(0);

    const version = join(clusterOf(dataDir), "PG_VERSION");
    await writeFile(version, "14\n");
    await expectExplained({ dataDir }, /was made by PostgreSQL 14/, /checkride backup.*restore/);
  });

  test("a file in place of the data folder", async () => {
    const file = join(await makeFolder(), "file");
    await writeFile(file, "");
    await expectExplained({ dataDir: file }, /it is a file, not a folder/, /CHECKRIDE_DATA/);
  });
});

describe("with a database server", () => {
  let database: TestDatabase;
  let order: Order;
  beforeAll(async () => {
    database = await createTestDatabase({ form: "server" });
  });
  afterAll(() => database.drop());

  const orderWith = async (databaseUrl: string): Promise<Order> => ({
    dataDir: await makeDataDir(),
    databaseUrl,
  });
  const urlWith = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  test("a port that is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    order = { ...(await orderWith(database.url)), env: { PORT: String(port) } };
    await expectExplained(order, /Port \d+ on 127.0.0.1 is taken/, /PORT=\d+ npm start/);
  });

  test("an address that cannot be reached, is wrong or does not let it in", async () => {
    const cases: readonly (readonly [string, RegExp, RegExp])[] = [
      ["postgresql://nobody:secret@127.0.0.1:1/x", /nothing listens there/, /DATABASE_URL/],
      ["postgresql://[", /is not the address of a PostgreSQL/, /postgresql:\/\/user:password@/],
      [urlWith((url) => (url.password = "wrong")), /user or password is wrong/, /DATABASE_URL/],
    ];
    for (const [url, sentence, remedy] of cases) {
      const { code, complaint } = await startRefused(await orderWith(url));
      expect(complaint).toEqual([expect.stringMatching(sentence), expect.stringMatching(remedy)]);
      expect(complaint.join()).not.toContain("secret");
      expect(code).toBe(1);
    }
  });

  test("a user who may not make tables, and a server that only reads", async () => {
    const empty = await createTestDatabase({ form: "server", content: "empty" });
    const admin = await connect(empty.adminUrl);
    const name = pg.escapeIdentifier(new URL(empty.url).pathname.slice(1));
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    const readOnly = await orderWith(empty.url);
    await expectExplained(readOnly, /only lets itself be read/, /DATABASE_URL/);
    await admin.query(`alter database ${name} reset default_transaction_read_only`);
    await admin.query("alter schema public owner to postgres");
    await admin.query(`alter database ${name} owner to postgres`);
    await admin.query("revoke create on schema public from public");
    await expectExplained(await orderWith(empty.url), /may not .*make/, /owner of the database/);
  });

  test("a file in place of the data folder, which holds the master key", async () => {
    const dataDir = join(await makeFolder(), "file");
    await writeFile(dataDir, "");
    const refused = { dataDir, databaseUrl: database.url };
    await expectExplained(refused, /it is a file, not a folder/, /CHECKRIDE_DATA/);
  });

  test("a master key that is damaged, missing or another installation's", async () => {
    const own = await createTestDatabase({ form: "server" });
    const { dataDir, databaseUrl = "" } = await orderWith(own.url);
    const first = await startProgram({ dataDir, databaseUrl });
    await signInByLink(first);
    expect(await first.interrupted()).toBe(0);
    const key = join(dataDir, "master.key");
    const right = await readFile(key, "utf8");

    await writeFile(key, right.slice(0, 40));
    const damaged = [/master.key does not hold a master key \(64 hex digits\)/, /backup/] as const;
    await expectExplained({ dataDir, databaseUrl }, ...damaged);
    await rm(key);
    const missing = [/The master key .* is missing/, /master.key.*CHECKRIDE_SECRET/] as const;
    await expectExplained({ dataDir, databaseUrl }, ...missing);
    await expect(stat(key)).rejects.toThrow("ENOENT");
    const env = { CHECKRIDE_SECRET: "ab".repeat(32) };
    const other = [/CHECKRIDE_SECRET does not open the key/, /backup/] as const;
    await expectExplained({ dataDir, databaseUrl, env }, ...other);

    const secret = { CHECKRIDE_SECRET: right.trim() };
    const second = await startProgram({ dataDir, databaseUrl, env: secret });
    expect(await second.interrupted()).toBe(0);
  });

  test("a database that a newer Checkride made", async () => {
    const own = await createTestDatabase({ form: "server" });
    const client = await connect(own.url);
    const newer = await orderWith(own.url);
    await client.query(
      "insert into migration (number, name, hash) values (9999, '9999_x.sql', '')",
    );
    await expectExplained(newer, /newer Checkride \(9999_x.sql\)/, /Start that version/);
  });
});

test("settings that mean nothing are all named, with exit code 2", async () => {
  const env = {
    PORT: "abc",
    CHECKRIDE_PROXIES: "-1",
    CHECKRIDE_SECRET: "short",
    LOG_LEVEL: "loud",
  };
  const dataDir = await makeDataDir();
  const { code, complaint } = await startRefused({ dataDir, databaseUrl: "mysql://x", env });
  expect(complaint).toEqual([
    expect.stringMatching(/^PORT: .*whole number from 0 to 65535/),
    expect.stringMatching(/^DATABASE_URL: must start with postgres:/),
    expect.stringMatching(/^CHECKRIDE_SECRET: must be 64 hex digits/),
    expect.stringMatching(/^CHECKRIDE_PROXIES: .*whole number from 0 to 10/),
    expect.stringMatching(/^LOG_LEVEL: .*trace.*silent/),
  ]);
  expect(code).toBe(2);
  const unknown = await startRefused({ dataDir, args: ["--demon"] });
  expect(unknown).toMatchObject({ code: 2, complaint: { 0: /Unknown option '--demon'/ } });
  await expect(stat(dataDir)).rejects.toThrow("ENOENT");
});
