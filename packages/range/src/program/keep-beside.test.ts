import { execFile } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLayer, type LayerReport, noLayer } from "../process/layer.ts";
import { findCommand, findEngine, placesOfKept, sandboxCommand } from "../process/programs.ts";
import { tryCommand } from "../process/try-command.ts";
import { createRange } from "../run-cases.ts";
import { buildTestProgram, type TestProgram } from "../test-program.ts";
import { imageScriptIn, programFileIn } from "./bundles.ts";
import { keepImage } from "./keep-beside.ts";

let program: TestProgram;
let report: LayerReport;
beforeAll(async () => {
  program = await buildTestProgram(["ts"]);
  report = await findLayer(program.file);
});
afterAll(() => program.remove());

const commandOf = async (programFile: string) =>
  findCommand("ts", await findEngine("ts"), report.layer, { programFile });

describe("what is kept beside a program", () => {
  it("is started from, under the same layer", async () => {
    const { imageFile, codeFile } = placesOfKept(program.file, "ts");
    const { args } = await commandOf(program.file);
    expect(args).toContain(imageFile);
    expect(args).toContain(codeFile);
    const ready = await tryCommand(await commandOf(program.file));
    expect(ready.ok && (report.inForce ?? "").includes(ready.value)).toBe(true);
  });

  it("changes no answer", async () => {
    const text = `let n = 0;
      export const f = (a: number) => [Math.random(), Date.now(), ++n, a, "é".normalize("NFD").length]`;
    const answers = [];
    const plain = await buildTestProgram();
    for (const programFile of [program.file, plain.file]) {
      const range = createRange({ atOnce: 1, programFile });
      const files = [{ path: "main.ts", text }];
      const cases = [{ args: [1] }, { args: [2], seed: 9 }];
      const about = { language: "ts", files, entry: "main.ts", calls: "f", cases } as const;
      const answer = await range.runCases(about);
      answers.push(answer.outcome === "ran" ? answer.run.claims : answer);
      await range.close();
    }
    await plain.remove();
    expect(answers[0]).toMatchObject([{ status: "returned" }, { status: "returned" }]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([
    ["codeFile", "is no code at all", (file: string) => writeFileSync(file, "no code")],
    ["codeFile", "is cut off", (file: string) => truncateSync(file, 400_000)],
    ["imageFile", "is no image at all", (file: string) => writeFileSync(file, "no image")],
  ] as const)("is done without when the %s %s", async (which, _how, spoil) => {
    const file = placesOfKept(program.file, "ts")[which];
    const whole = readFileSync(file);
    spoil(file);
    const ready = await tryCommand(await commandOf(program.file));
    writeFileSync(file, whole);
    expect(ready.ok).toBe(true);
  });
});

/** Says which of these a process can do that starts from its image. */
const probe = `
const { readFileSync, writeFileSync, writeSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { Worker } = require("node:worker_threads");
const ways = {
  reads: () => readFileSync(process.execPath, { flag: "r" }),
  writes: () => writeFileSync("written", ""),
  starts: () => spawnSync(process.execPath, ["-v"]),
  threads: () => new Worker("0", { eval: true }).unref(),
  evaluates: () => (0, eval)("1"),
  makes: () => new Function("return 1")(),
};
const can = (name) => { try { ways[name](); return true; } catch { return false; } };
require("node:v8").startupSnapshot.setDeserializeMainFunction(() => {
  const text = Object.keys(ways).filter(can).join();
  writeSync(1, "0 ready " + text.length + " 0\\n" + text);
});`;

describe("an image", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "range-"));
    writeFileSync(imageScriptIn(folder), probe);
    await keepImage(folder, placesOfKept(programFileIn(folder), "ts").imageFile);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gives a process no leave that its program has not", async () => {
    const programFile = programFileIn(folder);
    const { imageFile } = placesOfKept(programFile, "ts");
    const kept = { imageFile, codeFile: null };
    const command = sandboxCommand("ts", await findEngine("ts"), noLayer, { programFile, kept });
    expect(await tryCommand(command)).toEqual({ ok: true, value: "" });
  });

  it("would give all of it where nothing is held back", async () => {
    const { imageFile } = placesOfKept(programFileIn(folder), "ts");
    const args = ["--no-warnings", "--snapshot-blob", imageFile, "-"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    expect(stdout.split("\n")[1]).toBe("reads,writes,starts,threads,evaluates,makes");
  });
});
