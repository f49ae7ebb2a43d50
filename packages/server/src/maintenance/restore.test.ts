import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BackupHeader } from "./backup-format.ts";
import { refuseCutOffRestore } from "./restore-place.ts";
import { fillPlace, makePlace, type TestPlace, tallyTables } from "./test-installation.ts";

let source: TestPlace;
let file: string;
beforeAll(async () => {
  source = await makePlace("migrated");
  await fillPlace(source, { rows: 700 });
  file = join(source.dataDir, "source.backup");
  await source.run("backup", "--out", file);
});
afterAll(() => source.close());

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

type Parts = { header: BackupHeader; key: string; tables: Map<string, Buffer> };

/** Takes a backup apart, lets it be changed, and puts it together again with every hash made to fit. */
const forge = async (change: (parts: Parts) => void, honest = false): Promise<string> => {
  const plain = gunzipSync(await readFile(file));
  const [head = "", key = ""] = plain.toString("latin1").split("\n", 2);
  const header: BackupHeader = JSON.parse(head);
  const tables = new Map<string, Buffer>();
  let from = head.length + key.length + 2;
  for (const { name, bytes } of header.tables) {
    tables.set(name, plain.subarray(from, from + bytes));
    from += bytes;
  }
  const parts = { header, key, tables };
  change(parts);
  if (!honest) {
    for (const table of header.tables) {
      const rows = tables.get(table.name) ?? Buffer.alloc(0);
      table.bytes = rows.length;
      table.sha256 = sha256(rows);
      table.rows = rows.filter((byte) => byte === 10).length;
    }
  }
  const line = `${JSON.stringify(header)}\n`;
  const trailer = JSON.stringify({ end: "checkride-backup", headerSha256: sha256(line) });
  const path = join(source.dataDir, `forged-${Math.random()}.backup`);
  const body = [...tables.values()];
  await writeFile(
    path,
    gzipSync(Buffer.concat([Buffer.from(`${line}${key}\n`), ...body, Buffer.from(`${trailer}\n`)])),
  );
  return path;
};

const replaceIn =
  (table: string, search: string, by: string) =>
  ({ tables }: Parts) => {
    const rows = tables.get(table)?.toString("latin1") ?? "";
    if (!rows.includes(search)) throw new Error(`${table} does not hold ${search}`);
    tables.set(table, Buffer.from(rows.replace(search, by), "latin1"));
  };

const everythingIn = (place: TestPlace) =>
  place.query(`select relname from pg_class where relnamespace = 'public'::regnamespace
    union all select nspname from pg_namespace where nspname = 'checkride_restore'`);

const inEmptyPlace = async (
  act: (place: TestPlace) => Promise<void>,
  variables: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const place = await makePlace("empty", variables);
  try {
    await act(place);
  } finally {
    await place.close();
  }
};

/** Marked to be done anew after a restore, or ended by it; see settle-restored.ts. */
const ended = ["session", "one_time_link", "forge_sign_in", "device_login"];
const settled = [...ended, "standing_stale", "people_import", "worker_life"];

describe("restore into an empty place", () => {
  it("brings every table and the master key back as they were", () =>
    inEmptyPlace(async (place) => {
      const { code, out } = await place.run("restore", file);
      expect([code, out]).toEqual([0, expect.stringContaining("700 rows give the root")]);
      const [before, after] = [await tallyTables(source.url), await tallyTables(place.url)];
      for (const name of Object.keys(before).filter((one) => !settled.includes(one))) {
        expect([name, after[name]]).toEqual([name, before[name]]);
      }
      // What was ended after the backup must not come back to life with it.
      expect(ended.map((name) => after[name]?.rows)).toEqual(ended.map(() => 0));
      expect(await refuseCutOffRestore({ connectionString: place.url })).toBeNull();
      const key = join(place.dataDir, "master.key");
      expect(await readFile(key, "utf8")).toBe(
        await readFile(join(source.dataDir, "master.key"), "utf8"),
      );
      expect((await stat(key)).mode & 0o777).toBe(0o600);
    }));

  it("has standings computed anew and says so of an import that was cut off", () =>
    inEmptyPlace(async (place) => {
      await place.run("restore", file);
      expect(await place.query("select count(*)::int as n from standing_stale")).toEqual([
        { n: 2 },
      ]);
      expect(await place.query("select state from people_import")).toEqual([{ state: "failed" }]);
      expect(await place.query("select from worker_life")).toEqual([]);
    }));

  it("counts on behind the numbers that it brought back", () =>
    inEmptyPlace(async (place) => {
      await place.run("restore", file);
      const { rows } = (await tallyTables(source.url))["happening"] ?? { rows: 0 };
      expect(
        await place.query(`insert into happening (id, at, type, body)
          values (gen_random_uuid(), now(), 't', '{}') returning entry::int`),
      ).toEqual([{ entry: rows + 1 }]);
      expect(
        await place.query(`select count(*)::int as counters from pg_class
          where relkind = 'S' and relnamespace = 'public'::regnamespace`),
      ).toEqual([{ counters: 1 }]);
    }));

  it("keeps the guards: evidence of a restored ledger cannot be changed", () =>
    inEmptyPlace(async (place) => {
      await place.run("restore", file);
      await expect(place.query("delete from evidence")).rejects.toThrow("never deleted");
    }));

  it("says what is missing when neither the backup nor the place has the master key", async () => {
    const keyless = join(source.dataDir, "keyless.backup");
    await source.run("backup", "--out", keyless, "--without-master-key");
    await inEmptyPlace(async (place) => {
      const { code, err } = await place.run("restore", keyless);
      expect(code).toBe(1);
      expect(err).toContain("Everything is restored, but the master key is missing");
      expect(Object.keys(await tallyTables(place.url))).toContain("evidence");
    });
    const secret = (await readFile(join(source.dataDir, "master.key"), "utf8")).trim();
    await inEmptyPlace(
      async (place) => expect((await place.run("restore", keyless)).code).toBe(0),
      { CHECKRIDE_SECRET: secret },
    );
  });
});

describe("restore refuses, and writes nothing,", () => {
  const refused = (path: () => Promise<string>, says: string) =>
    inEmptyPlace(async (place) => {
      const { code, err } = await place.run("restore", await path());
      expect([code, err]).toEqual([1, expect.stringContaining(says)]);
      expect(await everythingIn(place)).toEqual([]);
    });

  it.each([0.02, 0.4, 0.999])("a file cut after %d of its length", async (part) => {
    const path = join(source.dataDir, `cut-${part}.backup`);
    const whole = await readFile(file);
    await writeFile(path, whole.subarray(0, Math.floor(whole.length * part)));
    await refused(async () => path, part < 0.1 ? "is refused" : "it was cut");
  });

  it("a file with a changed row", () =>
    refused(
      () => forge(replaceIn("person", "ada@example.com", "eva@example.com"), true),
      "table person is not what was backed up",
    ));

  it("a file whose evidence was changed and whose hashes were made to fit", () =>
    refused(
      () => forge(replaceIn("evidence", '"score": 217', '"score": 218')),
      "row 217: the content does not match its commitment",
    ));

  it("a file from which sealed evidence was taken away", () =>
    refused(
      () =>
        forge(({ tables }) => {
          const rows = tables.get("evidence")?.toString("latin1").split("\n") ?? [];
          tables.set("evidence", Buffer.from(rows.toSpliced(100, 1).join("\n"), "latin1"));
        }),
      "row 100 is missing",
    ));

  it("a backup of a newer Checkride", () =>
    refused(
      () =>
        forge(({ header }) => {
          header.migrations.push({ number: 9999, name: "9999_later.sql", hash: "0".repeat(64) });
        }),
      "9999_later.sql",
    ));

  it("a file that is none", () =>
    refused(async () => join(import.meta.dirname, "restore.ts"), "gzip"));

  it("a place that holds something", async () => {
    const before = await tallyTables(source.url);
    const { code, err } = await source.run("restore", file);
    expect([code, err]).toEqual([1, expect.stringContaining("only restored into an empty place")]);
    expect(await tallyTables(source.url)).toEqual(before);
  });

  it("a place with another master key", () =>
    inEmptyPlace(async (place) => {
      await writeFile(join(place.dataDir, "master.key"), "f".repeat(64));
      const { code, err } = await place.run("restore", file);
      expect([code, err]).toEqual([1, expect.stringContaining("belongs to another installation")]);
      expect(await everythingIn(place)).toEqual([]);
    }));
});

describe("a restore that is killed", () => {
  it.each(["writing evidence", "comparing evidence", "checking the ledger"])(
    "while %s is recognised and begins anew",
    (step) =>
      inEmptyPlace(async (place) => {
        const script = `
          import { readConfig } from "./platform/config.ts";
          import { runMaintenance } from "./maintenance/run-maintenance.ts";
          await runMaintenance("restore", [${JSON.stringify(file)}], readConfig(process.env), {
            out: () => {}, err: () => {}, now: () => new Date(),
            progress: (line) => line.startsWith(${JSON.stringify(step)}) && process.kill(process.pid, "SIGKILL"),
          });`;
        const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
          cwd: join(import.meta.dirname, ".."),
          env: { DATABASE_URL: place.url, CHECKRIDE_DATA: place.dataDir },
          stdio: ["ignore", "inherit", "inherit"],
        });
        expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
        expect((await place.run("doctor", "--json")).out).toContain("was cut off");
        const refused = await refuseCutOffRestore({ connectionString: place.url });
        expect(refused?.sentence).toContain("does not hold everything");
        const again = await place.run("restore", file);
        expect([again.code, again.err]).toEqual([0, expect.stringContaining("beginning again")]);
        expect((await tallyTables(place.url))["evidence"]).toEqual(
          (await tallyTables(source.url))["evidence"],
        );
      }),
  );
});
