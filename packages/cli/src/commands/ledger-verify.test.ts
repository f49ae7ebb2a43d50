import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeExport, type TestExport } from "../test-export.ts";
import { runLine } from "../test-shell.ts";

let folder: string;
let genuine: TestExport;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-verify-"));
  genuine = await makeExport(300);
});
afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const verify = async (text: string, ...more: readonly string[]) =>
  runLine(["ledger", "verify", await fileOf("export.ndjson", text), ...more]);

describe("ledger verify", () => {
  it("proves a genuine export with the key from the command line or from a file", async () => {
    const { code, text } = await verify(genuine.text, "--key", genuine.vkey);
    expect(code).toBe(0);
    expect(text).toContain("all 300 rows of the ledger ledger.example, unchanged");
    const keyFile = await fileOf("ledger.vkey", `${genuine.vkey}\n`);
    expect((await verify(genuine.text, "--key-file", keyFile)).code).toBe(0);
  });

  it("refuses a tampered export and names the row", async () => {
    const tampered = genuine.text.replace('"score":217', '"score":218');
    const { code, text, outcome } = await verify(tampered, "--key", genuine.vkey);
    expect(code).toBe(1);
    expect(text).toContain("row 217 (line 219)");
    expect(outcome.json).toMatchObject({
      verified: false,
      report: { faultCount: 1, faults: [{ row: 217, code: "row-content" }] },
    });
  });

  it("refuses an export that was cut", async () => {
    const cut = genuine.text.slice(0, genuine.text.length / 2);
    expect((await verify(cut, "--key", genuine.vkey)).code).toBe(1);
  });

  it("refuses an export that somebody else has signed", async () => {
    const forged = await makeExport(300);
    const { code, text } = await verify(forged.text, "--key", genuine.vkey);
    expect(code).toBe(1);
    expect(text).toContain("refused");
  });

  it("without a key never calls an export verified", async () => {
    const { code, text, outcome } = await verify(genuine.text);
    expect(code).toBe(6);
    expect(text).toContain("only its inner consistency was checked");
    expect(outcome.json).toMatchObject({ verified: false, keyGiven: false });
  });

  it("without a key still refuses what contradicts itself", async () => {
    const tampered = genuine.text.replace('"score":3}', '"score":4}');
    expect((await verify(tampered)).code).toBe(1);
  });

  it("compares with checkpoints kept from earlier", async () => {
    const january = await fileOf("january.txt", genuine.checkpointAt(100));
    const good = await verify(genuine.text, "--key", genuine.vkey, "--checkpoint", january);
    expect(good.code).toBe(0);
    expect(good.text).toContain("rows 0–99 are as the older checkpoint of size 100 signed them");
    const other = await fileOf("other.txt", (await makeExport(100)).checkpointAt(50));
    const bad = await verify(genuine.text, "--key", genuine.vkey, "--checkpoint", other);
    expect(bad.code).toBe(1);
  });

  it("refuses a key that is none, and two keys", async () => {
    expect((await verify(genuine.text, "--key", "nonsense")).code).toBe(2);
    const keyFile = await fileOf("ledger.vkey", genuine.vkey);
    expect((await verify(genuine.text, "--key", genuine.vkey, "--key-file", keyFile)).code).toBe(2);
  });

  it("ends with 2 where there is no file", async () => {
    const { code, outcome } = await runLine([
      "ledger",
      "verify",
      join(folder, "none"),
      "--key",
      genuine.vkey,
    ]);
    expect(code).toBe(2);
    expect(outcome.complaint?.says).toContain("there is no such file");
  });
});
