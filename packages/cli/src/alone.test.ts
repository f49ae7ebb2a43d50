import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  certificateClaims,
  listClaims,
  makeTestKey,
  signClearance,
  signTest,
  testGate,
  testIssuer,
} from "@checkride/verifier/test-issuer";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aloneBundle } from "./alone-bundle.ts";
import { keep } from "./gate/gate-cache.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const key = makeTestKey("2026-11");
const seconds = Math.floor(Date.now() / 1000);
const server = "http://127.0.0.1:9";

/** The oldest Node that may be asked for is not everywhere; where one of the system is, it is asked too. */
const isNewEnough = (node: string): boolean => {
  const [major = 0, minor = 0] = String(execFileSync(node, ["-p", "process.versions.node"]))
    .split(".")
    .map(Number);
  return major > 20 || (major === 20 && minor >= 19);
};
const nodes = [process.execPath, "/usr/bin/node"].filter(
  (node) => existsSync(node) && isNewEnough(node),
);

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride alone "));
  program = join(folder, "checkride.mjs");
  await build({ ...aloneBundle(program, "1.2.3"), absWorkingDir: root });
});
afterAll(() => rm(folder, { recursive: true }));

const run = (node: string, args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { CHECKRIDE_URL: server, CHECKRIDE_TOKEN: "ckr_mine", XDG_CACHE_HOME: folder };
    const child = execFile(node, [program, ...args], { cwd: folder, env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

const keepClearance = async (changed: Parameters<typeof signClearance>[1]) => {
  const clearance = await signClearance(key, { iat: seconds, nbf: seconds, ...changed });
  const who = `own ${createHash("sha256").update("ckr_mine").digest("base64url")}`;
  const kept = { issuer: testIssuer, keys: JSON.stringify(key.set), clearance };
  await keep(join(folder, "checkride"), { server, gate: testGate, who }, kept);
};

const write = async (name: string, text: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
  return name;
};

describe.each(nodes)("the one file, run by %s", (node) => {
  it("is small and says its version", async () => {
    expect((await stat(program)).size).toBeLessThan(200_000);
    expect(await run(node, ["--version"])).toMatchObject({ code: 0, out: "checkride 1.2.3\n" });
  });

  it("answers for a gate offline: open, and closed once the time is over", async () => {
    await keepClearance({ exp: seconds + 600 });
    expect((await run(node, ["gate", testGate, "--offline"])).code).toBe(0);
    // Nothing listens on this port: the server is as good as stopped.
    expect((await run(node, ["gate", testGate])).code).toBe(0);
    await keepClearance({ exp: seconds - 1, iat: seconds - 60, nbf: seconds - 60 });
    expect((await run(node, ["gate", testGate, "--offline"])).code).toBe(1);
    expect((await run(node, ["gate", "deploy/other", "--offline"])).code).toBe(3);
  });

  it("verifies a certificate with files alone", async () => {
    const keys = await write("keys.json", JSON.stringify(key.set));
    const validFrom = new Date((seconds - 60) * 1000).toISOString();
    const validUntil = new Date((seconds + 600) * 1000).toISOString();
    const times = { validFrom, validUntil, nbf: seconds - 60, exp: seconds + 600 };
    const paper = await write("paper.jwt", await signTest(key, "JWT", certificateClaims(times)));
    const listWith = async (revoked: readonly number[]) => {
      const claims = { ...listClaims(revoked), nbf: seconds - 60, exp: seconds + 300 };
      return write("list.jwt", await signTest(key, "JWT", claims));
    };
    const args = ["verify", paper, "--keys", keys, "--status-list", await listWith([1])];
    expect((await run(node, args)).out).toMatch(/^verified .*"Safe use".*not revoked/);
    await listWith([4711]);
    expect((await run(node, args)).out).toMatch(/^refused .*was revoked/);
    expect((await run(node, args.slice(0, 4))).code).toBe(6);
  });

  it("says of a command that needs more that it is not in it", async () => {
    const { code, err } = await run(node, ["lab", "check"]);
    expect([code, err]).toEqual([2, expect.stringContaining("needs the whole of Checkride")]);
  });
});
