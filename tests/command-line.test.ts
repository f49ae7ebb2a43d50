import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Right } from "@checkride/rules/rights";
import { seal } from "@checkride/server/features/evidence/seal";
import { createTestApp, type TestApp } from "@checkride/server/test-app";
import { type ServerType, serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../packages/cli/bin/checkride.js", import.meta.url));

const policy = `checkride: 1
name: Acme
audiences:
  everybody:
    title: Everybody
    because: you work here
    who: everyone
certificates:
  safe-use:
    title: Safe use
    for: [everybody]
    asks:
      - lab: L17
gates:
  deploy/production:
    title: Deploy to production
    mode: enforce
    asks: [safe-use]
approvals:
  count: 1
  roles: [council]
`;

let app: TestApp;
let server: ServerType;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkride command line "));
  app = await createTestApp();
  url = await new Promise((resolve) => {
    server = serve(
      {
        fetch: (request) => {
          const { pathname, search } = new URL(request.url);
          return app.request(`${pathname}${search}`, request);
        },
        port: 0,
        hostname: "127.0.0.1",
      },
      ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`),
    );
  });
});
afterAll(async () => {
  server.close();
  await app.close();
  await rm(folder, { recursive: true });
});

const tokenFor = async (...scopes: Right[]): Promise<string> => {
  const owner = await app.signIn("owner");
  const made = await owner.client("POST /api/tokens", {
    body: { name: "command line", scopes, expiresInDays: 1 },
  });
  if (!made.ok) throw new Error(made.problem.detail);
  return made.value.secret;
};

const run = (token: string, ...args: readonly string[]) =>
  new Promise<{ code: number; json: Record<string, unknown> }>((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args, "--json"],
      { cwd: folder, env: { CHECKRIDE_URL: url, CHECKRIDE_TOKEN: token } },
      (_error, out) => resolve({ code: child.exitCode ?? -1, json: JSON.parse(out) }),
    );
  });

describe("the command line and the server together", () => {
  it("plan, apply and the second pair of eyes", async () => {
    const token = await tokenFor("policy:read", "policy:plan", "policy:propose");
    await writeFile(join(folder, "policy.yaml"), policy);
    const plan = await run(token, "policy", "plan", "policy.yaml");
    expect(plan).toMatchObject({ code: 0, json: { plan: { baseVersion: null } } });
    const first = await run(token, "policy", "apply", "policy.yaml", "--note", "first");
    expect(first).toMatchObject({ code: 0, json: { state: "applied", version: { version: 1 } } });
    const again = await run(token, "policy", "apply", "policy.yaml", "--note", "again");
    expect(again).toMatchObject({ code: 0, json: { state: "already-in-force" } });

    await writeFile(join(folder, "next.yaml"), policy.replace("Acme", "Acme Ltd"));
    const waits = await run(token, "policy", "apply", "next.yaml", "--note", "new name");
    expect(waits).toMatchObject({ code: 5, json: { state: "waiting", missing: 1 } });
    const council = await app.signIn("council");
    const params = { version: 2 };
    await council.client("POST /api/policy/proposals/{version}/approve", { params, body: {} });
    const applied = await run(token, "policy", "apply", "next.yaml", "--note", "new name");
    expect(applied).toMatchObject({ code: 0, json: { state: "applied", version: { version: 2 } } });
  });

  it("says where a refused policy is wrong", async () => {
    const token = await tokenFor("policy:read", "policy:plan");
    await writeFile(join(folder, "wrong.yaml"), policy.replace("[safe-use]", "[safe-us]"));
    const { code, json } = await run(token, "policy", "plan", "wrong.yaml");
    expect(code).toBe(1);
    expect(json).toMatchObject({ faults: [{ line: 18, column: 12 }] });
  });

  it("exports a ledger that verifies offline, and refuses it with one letter changed", async () => {
    const token = await tokenFor("evidence:export", "ledger:read");
    const { handle } = app.parts;
    const { readSigner } = app.wired;
    expect((await seal({ db: handle.db, readSigner, clock: app.clock.now })).ok).toBe(true);
    const exported = await run(token, "ledger", "export", "--out", "ledger.ndjson");
    expect(exported.code).toBe(0);
    const auditor = app.clientWith({ authorization: `Bearer ${token}` });
    const ledger = await auditor("GET /api/ledger", {});
    const key = ledger.ok ? ledger.value.vkey : "";
    const verified = await run("", "ledger", "verify", "ledger.ndjson", "--key", key);
    expect(verified).toMatchObject({ code: 0, json: { verified: true } });

    const path = join(folder, "ledger.ndjson");
    await writeFile(path, (await readFile(path, "utf8")).replace('"owner"', '"ownes"'));
    const refused = await run("", "ledger", "verify", "ledger.ndjson", "--key", key);
    expect(refused).toMatchObject({
      code: 1,
      json: { report: { faults: [{ row: expect.any(Number), code: "row-content" }] } },
    });
  });

  it("ends with 4 for a token without the right, and for none at all", async () => {
    const token = await tokenFor("ledger:read");
    expect((await run(token, "policy", "plan", "policy.yaml")).code).toBe(4);
    expect((await run("", "policy", "plan", "policy.yaml")).code).toBe(4);
    expect((await run("ckt_nonsense", "policy", "plan", "policy.yaml")).code).toBe(4);
  });
});
