import { chmod, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withoutPassword } from "./doctor/check-config.ts";
import {
  fillPlace,
  makePlace,
  runHere,
  type TestPlace,
  type TestRun,
} from "./test-installation.ts";

type Found = { what: string; state: string; says: string };

const checksOf = ({ out }: TestRun): readonly Found[] => JSON.parse(out).checks;

const stateOf = (run: TestRun, what: string): readonly string[] =>
  checksOf(run)
    .filter((check) => check.what === what)
    .map(({ state }) => state);

let place: TestPlace;
beforeEach(async () => {
  place = await makePlace("migrated");
  await fillPlace(place);
});
afterEach(() => place.close());

const doctor = () => place.run("doctor", "--json");

describe("doctor", () => {
  it("finds nothing wrong with a sound installation but what the test's database is set to", async () => {
    const run = await doctor();
    const failed = checksOf(run).filter(({ state }) => state === "fail");
    expect(failed.map(({ what }) => what)).toEqual(failed.map(() => "database settings"));
    expect(stateOf(run, "ledger")).toEqual(["ok"]);
    expect(stateOf(run, "master key")).toEqual(["ok"]);
    expect(stateOf(run, "migrations")).toEqual(["ok"]);
  });

  it("notices a master key that is gone, foreign or open to others", async () => {
    const key = join(place.dataDir, "master.key");
    await chmod(key, 0o644);
    expect(stateOf(await doctor(), "master key")).toEqual(["ok", "warn"]);
    await writeFile(key, "f".repeat(64));
    expect(stateOf(await doctor(), "master key")).toContain("fail");
    await rm(key);
    const run = await doctor();
    expect([run.code, stateOf(run, "master key")]).toEqual([1, ["fail"]]);
  });

  it("notices a tree that is not what was signed", async () => {
    await place.query(
      "update tile set hashes = overlay(hashes placing '\\x00' from 40) where level = 0",
    );
    const run = await doctor();
    expect([run.code, stateOf(run, "ledger")]).toEqual([1, ["fail"]]);
  });

  it("notices a checkpoint that nobody signed", async () => {
    await place.query("update checkpoint set note = replace(note, E'\\n20\\n', E'\\n19\\n')");
    expect(stateOf(await doctor(), "ledger")).toEqual(["fail"]);
  });

  it("notices evidence of the future", async () => {
    await place.query(`insert into evidence (id, at, kind, commitment, leaf)
      values ('0196f0a0-0000-7000-8000-0000000000ff', '2026-05-03T10:00:00Z', 'x', '\\x00', '\\x00')`);
    const run = await doctor();
    expect([run.code, stateOf(run, "clock")]).toEqual([1, ["fail"]]);
  });

  it("notices a port that somebody else has", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address: AddressInfo | string | null = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const run = await runHere({ ...place.config, port }, "doctor", ["--json"]);
    other.close();
    expect([run.code, stateOf(run, "port")]).toEqual([1, ["fail"]]);
  });

  it("says what to do for a person, and the same for a program", async () => {
    await rm(join(place.dataDir, "master.key"));
    const { out } = await place.run("doctor");
    expect(out).toContain("✗ fail  master key: The master key is missing");
    expect(out).toContain("→ Put master.key back from a backup");
    expect(out).toMatch(/[1-9] to fix, \d to look at\.\n$/);
  });

  it("reports a database that does not answer", async () => {
    const databaseUrl = "postgres://nobody:secret@127.0.0.1:1/none";
    const run = await runHere({ ...place.config, databaseUrl }, "doctor", ["--json"]);
    expect([run.code, stateOf(run, "database")]).toEqual([1, ["fail"]]);
    expect(run.out).not.toContain("secret");
  });

  it("never shows a password", () => {
    expect(withoutPassword("postgres://u:s3cret@h:5432/d")).toBe("postgres://u:…@h:5432/d");
    expect(withoutPassword("postgres:///d?host=/s&password=s3cret&x=1")).not.toContain("s3cret");
    expect(withoutPassword("postgres://u@h/d")).toBe("postgres://u@h/d");
  });
});
