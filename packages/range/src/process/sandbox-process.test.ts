import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTestProgram, type TestProgram } from "../test-program.ts";
import { becomeReady } from "./become-ready.ts";
import { findLayer, type LayerReport, noLayer } from "./layer.ts";
import { findEngine, sandboxCommand } from "./programs.ts";
import { type SandboxProcess, startProcess } from "./sandbox-process.ts";
import { cpuMsOf } from "./watch-time.ts";

let program: TestProgram;
let report: LayerReport;
beforeAll(async () => {
  program = await buildTestProgram();
  report = await findLayer(program.file);
});
afterAll(() => program.remove());

const started: SandboxProcess[] = [];
const end = (sandbox: SandboxProcess): Promise<void> => {
  sandbox.kill("over");
  return sandbox.ended;
};
afterAll(() => Promise.all(started.map(end)));

const start = async (layer = report.layer): Promise<SandboxProcess> => {
  const sandbox = startProcess(
    sandboxCommand("ts", await findEngine("ts"), layer, { programFile: program.file }),
  );
  started.push(sandbox);
  const ready = await becomeReady(sandbox);
  if (!ready.ok) throw new Error(ready.error);
  return sandbox;
};

const isLinux = process.platform === "linux";
const status = (pid: number, field: string): string =>
  new RegExp(`^${field}:\\s*(.*)$`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ??
  "";

describe.skipIf(!isLinux)("a sandbox process", () => {
  it("has no environment", async () => {
    const { pid } = await start();
    const names = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
    // The shell that sets the limits adds what it always adds.
    expect(
      names
        .map((one) => one.split("=")[0])
        .filter((name) => !/^(PWD|SHLVL|_|OLDPWD)$/.test(name ?? "")),
    ).toEqual([]);
  });

  it("has no stream of ours but its input and output", async () => {
    const { pid } = await start();
    const open = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    const strange = open.filter((to) => !/^(pipe|socket|anon_inode):|^\/dev\/null$/.test(to));
    expect(strange).toEqual([]);
    expect(open.filter((to) => to.startsWith("socket:")).length).toBeLessThanOrEqual(2);
  });

  it("cannot write a core or a file, and has a last limit of processor time", async () => {
    const { pid } = await start();
    const limits = readFileSync(`/proc/${pid}/limits`, "utf8");
    expect(limits).toMatch(/Max file size\s+0\s/);
    expect(limits).toMatch(/Max core file size\s+0\s/);
    expect(limits).toMatch(/Max cpu time\s+120\s/);
  });

  it("is told how much processor time it has used", async () => {
    const { pid } = await start();
    expect(cpuMsOf(pid)).toBeGreaterThan(0);
    expect(cpuMsOf(2 ** 30)).toBeNull();
  });

  it("ends when it is killed, and says nothing after", async () => {
    const sandbox = await start();
    sandbox.kill("enough");
    await sandbox.ended;
    expect(await sandbox.hear()).toEqual({ kind: "killed", says: "enough" });
    expect(() => process.kill(sandbox.pid, 0)).toThrow();
  });

  it("starts without the second layer too", async () => {
    const { pid } = await start(noLayer);
    expect(status(pid, "Seccomp")).toBe("0");
  });
});

describe("a process that was taken over", () => {
  const takenOver = (code: string): SandboxProcess => {
    const sandbox = startProcess({ program: process.execPath, args: ["-e", code] });
    started.push(sandbox);
    return sandbox;
  };

  it.each([
    ["floods", 'for (;;) require("fs").writeSync(1, "x".repeat(65536))'],
    ["announces more than there may be", 'require("fs").writeSync(1, "1 returned 9999999 0\\n")'],
    [
      "answers for the cases to come",
      'require("fs").writeSync(1, "1 returned 4 0\\ntrue2 returned 4 0\\ntrue")',
    ],
    ["sends what is no frame", 'require("fs").writeSync(1, "{\\"passed\\":true}\\n")'],
  ])("is ended when it %s", async (_what, code) => {
    const sandbox = takenOver(code);
    expect(await sandbox.hear()).toMatchObject({ kind: "protocol" });
    await sandbox.ended;
    expect(sandbox.isOver()).toBe(true);
  });

  it("is ended when it speaks without being asked", async () => {
    const frame = 'require("fs").writeSync(1, "1 returned 4 0\\ntrue");';
    const sandbox = takenOver(
      `${frame} setTimeout(() => { ${frame} }, 100); setTimeout(() => 0, 9000)`,
    );
    expect(await sandbox.hear()).toMatchObject({ kind: "frame" });
    await sandbox.ended;
    expect(await sandbox.hear()).toMatchObject({ kind: "protocol" });
  });
});

describe("the second layer", () => {
  it("is either in force or says why it is not", () => {
    expect(report.inForce !== null || report.because.length > 0).toBe(true);
  });

  it("is seen by the kernel where it is in force", async ({ skip }) => {
    if (report.layer.koffiFile === null) skip("koffi does not work on this machine");
    const { pid } = await start();
    expect(status(pid, "NoNewPrivs")).toBe("1");
    expect(status(pid, "Seccomp")).toBe("2");
    expect(report.inForce).toContain("seccomp");
  });
});
