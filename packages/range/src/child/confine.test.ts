import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findLayer } from "../process/layer.ts";

/**
 * The attack of somebody who has left the engine and JavaScript behind and calls the kernel himself: through koffi, before
 * and after the process has given up what it may.
 */
const attack = (koffiFile: string): string => `
import { writeSync } from "node:fs";
import { confine } from ${JSON.stringify(join(import.meta.dirname, "confine.ts"))};
const loaded = { exports: {} };
process.dlopen(loaded, ${JSON.stringify(koffiFile)});
const libc = loaded.exports.load(null);
const call = (name, args) => libc.func(name, "int", args);
const open = call("open", ["str", "int"]), socket = call("socket", ["int", "int", "int"]);
const fork = call("fork", []), kill = call("kill", ["int", "int"]), exec = call("execv", ["str", "long"]);
const stat = call("access", ["str", "int"]), ptrace = call("ptrace", ["int", "int", "long", "long"]);
const ring = call("syscall", ["long", "uint", "long"]);
const attacks = () => ({
  open: open("/etc/passwd", 0), write: open("/dev/null", 1), socket: socket(2, 1, 0),
  kill: kill(${process.pid}, 0), access: stat("/etc/passwd", 0), ptrace: ptrace(16, 1, 0, 0), ring: ring(425, 1, 0),
});
const before = attacks();
const gaveUp = confine(${JSON.stringify(koffiFile)});
const after = { ...attacks(), fork: fork(), exec: exec("/bin/true", 0) };
writeSync(1, JSON.stringify({ before, gaveUp, after }));
`;

it("leaves a process nothing that it could do to anybody", async ({ skip }) => {
  const { layer } = await findLayer();
  const { koffiFile } = layer;
  if (koffiFile === null) return skip("koffi does not work on this machine");
  const { stdout } = spawnSync(
    process.execPath,
    ["--input-type=module", "--no-warnings", "-e", attack(koffiFile)],
    { encoding: "utf8" },
  );
  const { before, gaveUp, after } = JSON.parse(stdout);
  expect(gaveUp).toContain("seccomp");
  expect(before.open).toBeGreaterThan(0);
  expect(before.socket).toBeGreaterThan(0);
  expect(before.kill).toBe(0);
  expect(Object.entries(after).filter(([, result]) => result !== -1)).toEqual([]);
});
