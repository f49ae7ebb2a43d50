import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { processesIn } from "./leftover-processes.ts";
import { canEnter } from "./service-account.ts";
import { type RunningPostgres, startPostgres } from "./start-postgres.ts";
import { ask, faultOf, isRoot, makeFolder, start, tryStart } from "./test-support.ts";

// Each test makes real clusters; a busy machine may need its time for them.
vi.setConfig({ testTimeout: 90_000 });

describe("a running database at a path with spaces and quotes", () => {
  const lines: string[] = [];
  const cleanups: (() => Promise<void>)[] = [];
  let running: RunningPostgres;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = join(await makeFolder(0o711, (task) => cleanups.push(task)), `my "data", all of it`);
    const log = {
      info: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(line),
    };
    const result = await startPostgres({ dataDir, log, now: new Date("2026-03-01T09:00:00Z") });
    if (!result.ok) throw new Error(result.error.sentence);
    running = result.value;
  });

  afterAll(async () => {
    await running.stop();
    for (const task of cleanups) await task();
  });

  test("loses nothing, sorts the same everywhere and listens on no port", async () => {
    const { settings } = running;
    const names = [
      "fsync",
      "synchronous_commit",
      "full_page_writes",
      "data_checksums",
      "server_encoding",
      "TimeZone",
      "listen_addresses",
    ];
    const shown = await ask(
      settings,
      `select ${names.map((n) => `current_setting('${n}') as "${n}"`).join()}`,
    );
    expect(shown).toEqual([
      {
        fsync: "on",
        synchronous_commit: "on",
        full_page_writes: "on",
        data_checksums: "on",
        server_encoding: "UTF8",
        TimeZone: "UTC",
        listen_addresses: "",
      },
    ]);
    expect(
      await ask(
        settings,
        "select datlocprovider, datlocale from pg_database where datname = current_database()",
      ),
    ).toEqual([{ datlocprovider: "b", datlocale: "C.UTF-8" }]);
    expect(
      await ask(running.settings, "select rolsuper from pg_roles where rolname = current_user"),
    ).toEqual([{ rolsuper: false }]);
  });

  test("serves 32 connections that insert at once", async () => {
    const { settings } = running;
    await ask(settings, "create table busy (worker int, n int)");
    const workers = Array.from({ length: 32 }, async (_, worker) => {
      const client = new pg.Client(settings);
      await client.connect();
      for (let n = 0; n < 20; n += 1) {
        await client.query("insert into busy values ($1, $2)", [worker, n]);
      }
      await client.end();
    });
    await Promise.all(workers);
    expect(
      await ask(settings, "select count(*)::int as n, count(distinct worker)::int as w from busy"),
    ).toEqual([{ n: 640, w: 32 }]);
  });

  test("says nothing of what statements hold", async () => {
    await ask(running.settings, "create table mail (address text unique)");
    const twice = "insert into mail values ('ada@example.org'), ('ada@example.org')";
    await expect(ask(running.settings, twice)).rejects.toThrow(/unique/);
    // What a backend logs passes through the same pipe before it answers the next statement.
    await ask(running.settings, "select 1");
    expect(lines.some((line) => line.includes("ready to accept"))).toBe(true);
    expect(lines.filter((line) => line.includes("ada@"))).toEqual([]);
  });

  test("has its socket inside the data folder", async () => {
    expect(running.settings).toMatchObject({
      host: join(await realpath(dataDir), "postgres", "socket"),
    });
  });

  test.skipIf(!isRoot)("is closed to every other account", async () => {
    const other = { name: "daemon", uid: 1, gid: 1 };
    expect(await canEnter(other, join(dataDir, "postgres"))).toBe(true);
    expect(await canEnter(other, join(dataDir, "postgres", "socket"))).toBe(false);
    expect(await canEnter(other, join(dataDir, "postgres", "cluster", "data"))).toBe(false);
  });
});

test("makes a database at the first start and finds it again at the second", async () => {
  const dataDir = join(await makeFolder(), "data");
  const first = await start(dataDir);
  await ask(first.settings, "create table kept as select 7 as n");
  await first.stop();
  expect(await first.exited).toMatchObject({ expected: true });
  expect(await processesIn(dataDir)).toEqual([]);

  const { result, lines } = await tryStart(dataDir);
  expect(lines.join()).not.toContain("made a new");
  expect(result.ok && (await ask(result.value.settings, "select n from kept"))).toEqual([{ n: 7 }]);
});

test("lives at a path too long for a socket and leaves nothing in /tmp", async () => {
  const dataDir = join(await makeFolder(), "long-".repeat(30), "data");
  const running = await start(dataDir);
  const place = "host" in running.settings ? running.settings.host : "";
  expect(place).toMatch(/^\/tmp\/checkride-\w{6}$/);
  expect(await ask(running.settings, "select 1 as n")).toEqual([{ n: 1 }]);
  await running.stop();
  expect(existsSync(place)).toBe(false);
});

test("is not misled by a process id that belongs to a stranger by now", async () => {
  const dataDir = join(await makeFolder(), "data");
  await (await start(dataDir)).stop();
  const cluster = join(dataDir, "postgres", "cluster", "data");
  // This very process stands for the stranger; the socket folder is one that must not be touched.
  const lines = [process.pid, cluster, 1_700_000_000, 5432, "/tmp", "", "  1 2", "ready   ", ""];
  await writeFile(join(cluster, "postmaster.pid"), lines.join("\n"));
  const { settings } = await start(dataDir);
  expect(await ask(settings, "select 1 as n")).toEqual([{ n: 1 }]);
});

test("names both versions when another PostgreSQL made the data", async () => {
  const dataDir = join(await makeFolder(), "data");
  await (await start(dataDir)).stop();
  const version = join(dataDir, "postgres", "cluster", "data", "PG_VERSION");
  await writeFile(version, "17\n");
  const fault = await faultOf(dataDir);
  expect(fault).toMatchObject({
    kind: "data-folder-other-version",
    found: "PostgreSQL 17",
    expected: "PostgreSQL 18",
  });
  expect(fault.sentence).toContain("PostgreSQL 17");
  expect(fault.remedy).toMatch(/checkride backup.*checkride restore/);
});

test("refuses data whose layout is of another Checkride, and data that is not ours", async () => {
  const dataDir = join(await makeFolder(), "data");
  await (await start(dataDir)).stop();
  const stamp = join(dataDir, "postgres", "cluster", "stamp.json");
  const text = await readFile(stamp, "utf8");
  await writeFile(stamp, text.replace('"layout":1', '"layout":2'));
  expect(await faultOf(dataDir)).toMatchObject({
    kind: "data-folder-other-version",
    found: "data layout 2",
  });
  await writeFile(stamp, "not json");
  expect((await faultOf(dataDir)).sentence).toContain("did not make");
  await writeFile(stamp, text);
  await start(dataDir);
});

test("says so when the data folder is a file", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "data"), "");
  const fault = await faultOf(join(folder, "data"));
  expect(fault).toMatchObject({ kind: "data-folder-not-writable" });
  expect(fault.sentence).toContain("it is a file");
  expect(await faultOf(join(folder, "data", "deeper"))).toMatchObject({
    kind: "data-folder-not-writable",
  });
});

test("quotes the log when PostgreSQL itself will not start, and frees the folder", async () => {
  const dataDir = join(await makeFolder(), "data");
  await (await start(dataDir)).stop();
  const control = join(dataDir, "postgres", "cluster", "data", "global", "pg_control");
  const good = await readFile(control);
  await writeFile(control, Buffer.alloc(good.length));
  const fault = await faultOf(dataDir);
  expect(fault).toMatchObject({ kind: "start-failed" });
  expect(fault.kind === "start-failed" && fault.lastLines.join()).toMatch(/PG_CONTROL_VERSION/);
  await writeFile(control, good);
  await start(dataDir);
});

test("clears away what a cut-off first start left", async () => {
  const dataDir = join(await makeFolder(), "data");
  const home = join(dataDir, "postgres");
  await mkdir(join(home, "cluster-new-0badcafe", "data", "base"), { recursive: true });
  await start(dataDir);
  expect((await readdir(home)).filter((name) => name.startsWith("cluster"))).toEqual(["cluster"]);
});
