import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeExport, type TestExport } from "../test-export.ts";
import { type Reply, startTestServer } from "../test-server.ts";
import { runLine } from "../test-shell.ts";

let folder: string;
let genuine: TestExport;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride-export-"));
  genuine = await makeExport(20);
});
afterAll(() => rm(folder, { recursive: true }));

const exporting = async (reply: Reply, ...args: readonly string[]) => {
  const server = await startTestServer({ "GET /api/ledger/export": () => reply });
  const done = await runLine(["ledger", "export", "--server", server.url, ...args]);
  await server.close();
  return { ...done, received: server.received };
};

const whole = (): Reply => ({ stream: [genuine.text.slice(0, 700), genuine.text.slice(700)] });

describe("ledger export", () => {
  it("keeps the whole export in a file that only its owner can read", async () => {
    const out = join(folder, "whole.ndjson");
    const { code, outcome } = await exporting(whole(), "--out", out);
    expect(code).toBe(0);
    expect(await readFile(out, "utf8")).toBe(genuine.text);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect(outcome.json).toMatchObject({ rows: 20, complete: true, vkey: genuine.vkey });
  });

  it("prints the export itself without --out, and nothing else", async () => {
    const { written, text } = await exporting(whole());
    expect([written, text]).toEqual([genuine.text, ""]);
  });

  it("leaves no file behind when the export breaks off", async () => {
    const out = join(folder, "cut.ndjson");
    const reply: Reply = { stream: [genuine.text.slice(0, 700), "cut"] };
    const { code } = await exporting(reply, "--out", out);
    expect(code).not.toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith("cut"))).toEqual([]);
  });

  it("overwrites nothing, and asks nobody before it knows", async () => {
    const out = join(folder, "taken");
    await writeFile(out, "mine");
    const { code, received } = await exporting(whole(), "--out", out);
    expect([code, received]).toEqual([2, []]);
    expect(await readFile(out, "utf8")).toBe("mine");
  });

  it("asks for what was filtered, days as times", async () => {
    const filter = ["--kind", "lab.passed", "--from", "2026-01-01", "--to", "2026-04-01"];
    const { received } = await exporting(whole(), ...filter);
    expect(received[0]?.query).toEqual({
      kind: "lab.passed",
      from: "2026-01-01T00:00:00.000Z",
      to: "2026-04-01T00:00:00.000Z",
    });
  });

  it("reports all that is wrong with a filter", async () => {
    const { code, outcome } = await exporting(whole(), "--person", "Ada", "--from", "May");
    expect(code).toBe(2);
    expect(outcome.complaint?.says).toContain("--person Ada");
    expect(outcome.complaint?.faults?.join()).toContain("--from May");
  });

  it("does not mix the export with --json on stdout", async () => {
    expect((await exporting(whole(), "--json")).code).toBe(2);
  });
});
