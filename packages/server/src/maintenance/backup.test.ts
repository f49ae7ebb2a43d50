import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillPlace, makePlace, type TestPlace, tallyTables } from "./test-installation.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await makePlace("migrated");
  await fillPlace(place);
});
afterAll(() => place.close());

const headerOf = async (file: string): Promise<Record<string, unknown>> =>
  JSON.parse(
    gunzipSync(await readFile(file))
      .toString()
      .split("\n")[0] ?? "",
  );

describe("backup", () => {
  it("holds every table, each with its rows and hash, for its owner's eyes only", async () => {
    const file = join(place.dataDir, "whole.backup");
    const { code, out } = await place.run("backup", "--out", file);
    expect(code).toBe(0);
    expect(out).toContain("It holds the master key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { tables, masterKeySha256 } = await headerOf(file);
    const tallies = Object.entries(await tallyTables(place.url));
    expect(tallies.filter(([, { rows }]) => rows === 0)).toEqual([]);
    expect(tables).toEqual(
      expect.arrayContaining(
        tallies.map(([name, tally]) => expect.objectContaining({ name, ...tally })),
      ),
    );
    expect(masterKeySha256).not.toBeNull();
    expect((await readdir(place.dataDir)).filter((name) => /part|rows/.test(name))).toEqual([]);
  });

  it("leaves computed columns out", async () => {
    const file = join(place.dataDir, "columns.backup");
    await place.run("backup", "--out", file);
    const text = JSON.stringify((await headerOf(file))["tables"]);
    expect(text).toContain('"started_at"');
    expect(text).not.toContain('"search"');
  });

  it("leaves the master key out when asked to", async () => {
    const file = join(place.dataDir, "without.backup");
    const { out } = await place.run("backup", "--out", file, "--without-master-key", "--json");
    expect(JSON.parse(out)).toMatchObject({ ok: true, masterKey: false });
    const key = (await readFile(join(place.dataDir, "master.key"), "utf8")).trim();
    expect(gunzipSync(await readFile(file)).includes(key)).toBe(false);
  });

  it("overwrites nothing", async () => {
    const file = join(place.dataDir, "mine");
    await writeFile(file, "mine");
    const { code, err } = await place.run("backup", "--out", file);
    expect([code, await readFile(file, "utf8")]).toEqual([2, "mine"]);
    expect(err).toContain("is not overwritten");
  });

  it("says so when there is nothing, and does not make it", async () => {
    const empty = await makePlace("empty");
    const { code, err } = await empty.run("backup", "--out", join(empty.dataDir, "none"));
    expect(code).toBe(1);
    expect(err).toContain("no Checkride has ever run on it");
    expect(await readdir(empty.dataDir)).toEqual([]);
    await empty.close();
  });

  it("ends with 2 for an option that it does not know", async () => {
    expect((await place.run("backup", "--ot", "f")).code).toBe(2);
  });
});
