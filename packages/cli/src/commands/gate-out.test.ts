import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  makeTestKey,
  signClearance,
  testGate,
  testIssuer,
  testNow,
} from "@checkride/verifier/test-issuer";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type GateReply,
  type GateServer,
  sendJson,
  startGateServer,
} from "../gate/test-gate-server.ts";
import { runLine, testEnvironment } from "../test-shell.ts";

const key = makeTestKey("2026-11");

let folder: string;
let reply: GateReply;
let server: GateServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride gate out "));
  server = await startGateServer((response, path) => reply(response, path));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const giving =
  (clearance: string): GateReply =>
  (response, path) =>
    path === "/.well-known/jwks.json"
      ? sendJson(response, key.set)
      : sendJson(response, { clearance, issuer: testIssuer, decision: {} });
const closed: GateReply = (response) => {
  const decision = { outcome: "deny", reasons: [], remedy: [], authors: [], links: {} };
  sendJson(response, { code: "gate-closed", status: 403, title: "", detail: "", decision }, 403);
};
const broken: GateReply = (response) => sendJson(response, {}, 500);

const ask = async (told: GateReply, out: string, ...more: string[]) => {
  reply = told;
  const environment = { ...testEnvironment, serverUrl: server.url, cacheFolder: folder };
  const args = ["gate", testGate, "--out", out, ...more];
  return (await runLine(args, { now: () => testNow, environment })).code;
};

it("hands the clearance on in a file that nobody else reads, and leaves none after a no", async () => {
  const out = join(folder, "handed on.jwt");
  await writeFile(out, "older", { mode: 0o644 });
  const clearance = await signClearance(key);
  expect(await ask(giving(clearance), out)).toBe(0);
  expect(await readFile(out, "utf8")).toBe(`${clearance}\n`);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  await writeFile(out, "older");
  expect(await ask(broken, out)).toBe(0);
  expect(await readFile(out, "utf8")).toBe(`${clearance}\n`);
  expect(await ask(closed, out)).toBe(1);
  await expect(stat(out)).rejects.toThrow("ENOENT");
  expect(await ask(giving(clearance), join(folder, "none", "x"))).toBe(2);
  expect(await ask(giving(clearance), out, "--clearance", "x")).toBe(2);
});
